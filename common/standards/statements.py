"""The fifty rules as the standard words them: severity (C, H, M), sources and statement.

Sources: D declared models, L live catalogue, M migration files, S seed files.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Severity = Literal["C", "H", "M"]


class Statement(NamedTuple):
    """``vendors`` limits a rule that one vendor cannot break."""

    severity: Severity
    sources: str
    text: str
    vendors: tuple[str, ...] = ("postgresql", "microsoft")


STATEMENTS: Final[dict[str, Statement]] = {
    "S1": Statement(
        "C",
        "L",
        "Text is Unicode: SQL Server nvarchar only (no varchar, char, text); PostgreSQL encoding UTF8, types "
        "varchar and text (no char).",
    ),
    "S2": Statement(
        "C",
        "D",
        "Table and column names are PascalCase words; ID, ABN, ACN, GST, IP and ABR are in capitals.",
    ),
    "S3": Statement("M", "D", "Table names are singular: the last word ends in s only for Status, Details, Address."),
    "S4": Statement(
        "C",
        "L",
        "Schemas are exactly dbo, ref, config, log, audit, cache and django; tables outside this dictionary "
        "exist only in django; every query and migration names the schema.",
    ),
    "S5": Statement(
        "C",
        "L",
        "Each table has one single-column primary key <Table>ID; audit.Role and the history tables use "
        "Audit<Table>ID. Only exception: the three month-partitioned log tables on PostgreSQL.",
    ),
    "S6": Statement("C", "L", "Primary keys are bigint identity."),
    "S7": Statement(
        "C",
        "L",
        "Lookups have the surrogate key too; the natural key <Table>Code is a unique column, never the key.",
    ),
    "S8": Statement(
        "H",
        "L",
        "Junction tables (UserCompany, UserIndustry, CompanyValidationRule) have a surrogate key and a "
        "filtered unique index over the pair.",
    ),
    "S9": Statement(
        "H",
        "L",
        "One-to-one tables (Company…Details) have a surrogate key and a filtered unique index on the parent's key.",
    ),
    "S10": Statement("H", "L", "Cache tables have a surrogate key and a unique index over the natural key."),
    "S11": Statement("C", "L", "A foreign key column ends with the name of the primary key it references."),
    "S12": Statement(
        "H",
        "L",
        "Before that name stands nothing or a context (InvitedByUserID, ParentCompanyID). CreatedBy, "
        "UpdatedBy, DeletedBy are the only short forms.",
    ),
    "S13": Statement("C", "L", "Foreign keys reference primary keys only, never codes."),
    "S14": Statement(
        "H",
        "D L",
        "A column ending in ID is a primary key, a foreign key with a constraint, a copied column of a "
        "history table, or one of EntityID, RequestID, SessionID, TokenFamilyID, ProviderMessageID, "
        "StripeCustomerID. Zone names are not foreign keys.",
    ),
    "S15": Statement(
        "H",
        "L",
        "Boolean columns are bool (bit) and start with Is, Has, Can or Allow; no other column starts so.",
    ),
    "S16": Statement(
        "H",
        "L",
        "Instants are timestamp: timestamptz(6) or datetime2(6). No datetime, datetimeoffset or local type; "
        "date only for calendar dates.",
    ),
    "S17": Statement(
        "H",
        "L",
        "Default instants are UTC: now() on PostgreSQL (session zone UTC), SYSUTCDATETIME() on SQL Server; "
        "never GETDATE().",
    ),
    "S18": Statement(
        "H",
        "L",
        "No zone conversion in database objects (AT TIME ZONE does not occur); zone columns end in "
        "TimezoneIdentifier and hold IANA names.",
    ),
    "S19": Statement("H", "L", "Every table has CreatedDate NOT NULL with a default; mutable tables also CreatedBy."),
    "S20": Statement(
        "H",
        "L",
        "Mutable tables (dbo except tokens, ref, config) have UpdatedDate, UpdatedBy, both nullable.",
    ),
    "S21": Statement(
        "H",
        "L",
        "Mutable tables have IsDeleted NOT NULL default false, DeletedDate, DeletedBy and the SoftDelete and "
        "AuditDates checks; nothing in dbo, ref, config is deleted physically but expired tokens.",
    ),
    "S22": Statement("H", "L", "Lookups carry the same seven audit columns."),
    "S23": Statement(
        "H",
        "L",
        "Token, log, audit and cache tables carry CreatedDate only and have none of the other six.",
    ),
    "S24": Statement(
        "M",
        "L",
        "Primary key constraint PK_<Table>; in names, <Table> has Audit in front for audit.Role and the "
        "history tables; names are unique in the database.",
    ),
    "S25": Statement("M", "L", "Foreign key constraint FK_<Table>_<ReferencedTable>_<Column>."),
    "S26": Statement("M", "L", "Unique constraint or index UQ_<Table>_<Columns>, filtered or not."),
    "S27": Statement("M", "L", "Other index IX_<Table>_<Columns>."),
    "S28": Statement(
        "M",
        "L",
        "Check CK_<Table>_<Rule>; the JSON checks of SQL Server CK_<Table>_<Column>Json. Field types that add "
        "checks of their own are not used.",
    ),
    "S29": Statement(
        "M",
        "L",
        "SQL Server default DF_<Table>_<Column>; PostgreSQL defaults have no name.",
        vendors=("microsoft",),
    ),
    "S30": Statement(
        "H",
        "D L",
        "A text column whose name ends in Status, Type, Kind, Mode, Phase, Severity, Class, Source, Tone or "
        "Algorithm, or is RevokedReason, Transport, Purpose, has an IN check. Exempt: copied columns of "
        "history tables and the open lists EntityType, EmailType, ErrorType, CssClass.",
    ),
    "S31": Statement(
        "H",
        "D",
        "States and types of business rows are lookups: the column is <Lookup>ID; columns named StatusID, "
        "TypeID, RoleID do not exist. Text states are allowed in log, audit, cache and for ABNStatus, "
        "DisplayNameSource.",
    ),
    "S32": Statement(
        "H",
        "L",
        "Lookup template: <Table>ID, <Table>Code text(50) unique, <Table>Name text(100), Description "
        "text(500), IsActive = true, SortOrder = 999, +A7. Country and Language: ISO-sized code, no "
        "Description.",
    ),
    "S33": Statement(
        "H",
        "L",
        "Every foreign key except CreatedBy, UpdatedBy, DeletedBy leads an index or unique index whose filter "
        "is absent, column IS NOT NULL, IsDeleted = false or both.",
    ),
    "S34": Statement(
        "H",
        "L",
        "Unique indexes on tables with IsDeleted are filtered on IsDeleted = false, except codes of lookups, "
        "SettingKey and TokenHash, which are never reused.",
    ),
    "S35": Statement(
        "C",
        "L",
        "Every table with an RLS class other than none has row-level security enabled and forced and exactly "
        "the declared policies.",
    ),
    "S36": Statement(
        "C",
        "D S",
        "No secrets in tables: no SettingKey matches SECRET, API_KEY, PRIVATE_KEY, CONNECTION_STRING, "
        "CREDENTIAL; the words Password, Secret, Token occur in names of columns other than primary keys only "
        "in PasswordHash, LastPasswordChange, SessionToken, TokenHash, TokenFamilyID, AccessTokenVersion, "
        "RefreshTokenVersion.",
    ),
    "S37": Statement(
        "H",
        "L",
        "Live catalogue = declared model: no extra or missing table, column, constraint, index, policy or "
        "trigger; no index is a leading part of another one with the same filter.",
    ),
    "S38": Statement(
        "M",
        "M",
        "Each migration's docstring has a line Requirement: with an id of the requirements list.",
    ),
    "S39": Statement(
        "H",
        "M",
        "Each migration is reversible and creates schemas before tables; forward, back, forward passes on an "
        "empty database.",
    ),
    "S40": Statement(
        "C",
        "S",
        "Seed headers and codes are compared with the model before anything is written; an unknown column or "
        "code stops the load.",
    ),
    "S41": Statement(
        "M",
        "D L",
        "Each table and column has a description (COMMENT ON, MS_Description) equal to the model's.",
    ),
    "S42": Statement(
        "H",
        "L",
        "Identifiers are at most 63 bytes. A longer name is cut to its first 54 characters plus _ and the "
        "first 8 hex digits of its SHA-256.",
    ),
    "S43": Statement(
        "C",
        "L",
        "Foreign keys are NO ACTION on delete and update and checked at once (not deferrable).",
    ),
    "S44": Statement("H", "L", "A unique index over a nullable column is filtered on column IS NOT NULL."),
    "S45": Statement(
        "H",
        "D",
        "Index filters are comparisons of one column with a constant, or IS [NOT] NULL, joined by AND; no OR, "
        "function, LIKE or lookup id.",
    ),
    "S46": Statement(
        "C",
        "L",
        "Every audit table has the append-only triggers: UPDATE, DELETE (PostgreSQL also TRUNCATE); no table "
        "has an INSERT trigger.",
    ),
    "S47": Statement("C", "L", "Grants equal the declared matrix, column grants included."),
    "S48": Statement("C", "L", "TokenHash is text(64), unique, with a length check; no column stores a token."),
    "S49": Statement(
        "H",
        "S L",
        "Codes match ^[a-z][a-z0-9_-]*$; ISO codes keep their ISO case (CountryCode, CurrencyCode capitals, "
        "LanguageCode BCP 47). Event names, action names, SettingKey and RuleKey are UPPER_SNAKE.",
    ),
    "S50": Statement(
        "M",
        "L",
        "json columns are jsonb, or nvarchar(max) with an ISJSON check, and hold an object or a list.",
    ),
}
