"use strict";

// Starts the API reference; a file of its own because inline scripts are not allowed.
const place = document.getElementById("api-reference");
window.SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  deepLinking: true,
  validatorUrl: null,
});
