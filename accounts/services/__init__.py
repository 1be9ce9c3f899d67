"""Everything that changes accounts, by module.

``signup``, ``verification``, ``login``, ``refresh``, ``sessions``, ``page_sessions``, ``password_reset``,
``password_change``, ``email_change``, ``lockout``, ``access_tokens``, ``staff_accounts``, ``staff_actions``,
``staff_roles``, ``second_factor_reset``, ``email_change_staff``, ``reopening``, ``cleanup``.
"""
