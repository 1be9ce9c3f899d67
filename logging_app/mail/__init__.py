"""Mail: types, rendering and the development backend."""
