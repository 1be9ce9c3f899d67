// SU-4: the secret of a link leaves the address bar, and with it history and referrers.

if (new URLSearchParams(location.search).has("token")) history.replaceState(null, "", location.pathname);
