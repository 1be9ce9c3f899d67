"""References of people to reference tables and to other people.

Requirement: DB-6.1
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.db.indexes


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_user"),
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="country",
            field=models.ForeignKey(
                blank=True,
                db_column="CountryID",
                db_comment="Country of the person",
                db_index=False,
                help_text="Country of the person",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.country",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="preferred_language",
            field=models.ForeignKey(
                blank=True,
                db_column="PreferredLanguageID",
                db_comment="Language of pages and mail",
                db_index=False,
                help_text="Language of pages and mail",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.language",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="user_status",
            field=models.ForeignKey(
                db_column="UserStatusID",
                db_comment="Account state",
                db_index=False,
                help_text="Account state",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.userstatus",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="user_role",
            field=models.ForeignKey(
                db_column="UserRoleID",
                db_comment="Platform role; ordinary people hold company_user",
                db_index=False,
                help_text="Platform role; ordinary people hold company_user",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.userrole",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="theme_preference",
            field=models.ForeignKey(
                blank=True,
                db_column="ThemePreferenceID",
                db_comment="Colour theme",
                db_index=False,
                help_text="Colour theme",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.themepreference",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="layout_density",
            field=models.ForeignKey(
                blank=True,
                db_column="LayoutDensityID",
                db_comment="Spacing of the interface",
                db_index=False,
                help_text="Spacing of the interface",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.layoutdensity",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="font_size",
            field=models.ForeignKey(
                blank=True,
                db_column="FontSizeID",
                db_comment="Base text size",
                db_index=False,
                help_text="Base text size",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reference.fontsize",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                db_column="CreatedBy",
                db_comment="Person who created the row; empty for the system or the person's own sign-up",
                db_index=False,
                editable=False,
                help_text="Person who created the row; empty for the system or the person's own sign-up",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="updated_by",
            field=models.ForeignKey(
                blank=True,
                db_column="UpdatedBy",
                db_comment="Person who changed the row last",
                db_index=False,
                editable=False,
                help_text="Person who changed the row last",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="deleted_by",
            field=models.ForeignKey(
                blank=True,
                db_column="DeletedBy",
                db_comment="Person who soft-deleted the row",
                db_index=False,
                editable=False,
                help_text="Person who soft-deleted the row",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["country"], name="IX_User_CountryID"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["preferred_language"], name="IX_User_PreferredLanguageID"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["user_status"], name="IX_User_UserStatusID"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["user_role"], name="IX_User_UserRoleID"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["theme_preference"], name="IX_User_ThemePreferenceID"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["layout_density"], name="IX_User_LayoutDensityID"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=common.db.indexes.Index(fields=["font_size"], name="IX_User_FontSizeID"),
        ),
    ]
