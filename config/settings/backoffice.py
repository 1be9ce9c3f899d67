"""The back office: name, colours and menu of django-unfold, and the services its pages reach by dotted path."""

_NAVIGATION = "common.backoffice.navigation"

# Dotted paths by which the common pages of the back office reach the apps they may not import.
STAFF_VIEW_RECORDER = "auditing.services.staff_views.record_staff_view"
ROW_ACTIVITY = "auditing.selectors.activity_of_row"

UNFOLD = {
    "SITE_TITLE": "EventLead back office",
    "SITE_HEADER": "EventLead",
    "SITE_SUBHEADER": "Back office",
    "SITE_URL": f"{_NAVIGATION}.site_address",
    "SITE_ICON": f"{_NAVIGATION}.logo",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": f"{_NAVIGATION}.favicon"}],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "ACCOUNT": {"navigation": [{"title": "Change password", "link": f"{_NAVIGATION}.password_address"}]},
    "STYLES": [f"{_NAVIGATION}.styles"],
    "SIDEBAR": {"show_search": True, "show_all_applications": False, "navigation": f"{_NAVIGATION}.sidebar"},
    "COLORS": {
        "primary": {
            "50": "oklch(98.4% .014 180.72)",
            "100": "oklch(95.3% .051 180.801)",
            "200": "oklch(91% .096 180.426)",
            "300": "oklch(85.5% .138 181.071)",
            "400": "oklch(77.7% .152 181.912)",
            "500": "oklch(70.4% .14 182.503)",
            "600": "oklch(51.1% .096 186.391)",
            "700": "oklch(43.7% .078 188.216)",
            "800": "oklch(38.6% .063 188.416)",
            "900": "oklch(34% .054 189)",
            "950": "oklch(27.7% .046 192.524)",
        },
    },
}

# Uploaded files of an import wait for its confirmation in the cache, where every web process finds them.
IMPORT_EXPORT_TMP_STORAGE_CLASS = "import_export.tmp_storages.CacheStorage"
IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_SKIP_ADMIN_LOG = True
