SET ANSI_NULLS ON;
GO
SET QUOTED_IDENTIFIER ON;
GO
IF SCHEMA_ID(N'ref') IS NULL EXEC(N'CREATE SCHEMA [ref]');
GO
IF SCHEMA_ID(N'config') IS NULL EXEC(N'CREATE SCHEMA [config]');
GO
IF SCHEMA_ID(N'log') IS NULL EXEC(N'CREATE SCHEMA [log]');
GO
IF SCHEMA_ID(N'audit') IS NULL EXEC(N'CREATE SCHEMA [audit]');
GO
IF SCHEMA_ID(N'cache') IS NULL EXEC(N'CREATE SCHEMA [cache]');
GO
IF SCHEMA_ID(N'django') IS NULL EXEC(N'CREATE SCHEMA [django]');
GO
CREATE TABLE [django].[django_migrations] ([id] bigint NOT NULL PRIMARY KEY IDENTITY (1, 1), [app] nvarchar(255) NOT NULL, [name] nvarchar(255) NOT NULL, [applied] datetime2(6) NOT NULL);
GO
CREATE TABLE [cache].[ABRSearch] ([ABRSearchID] bigint NOT NULL CONSTRAINT [PK_ABRSearch] PRIMARY KEY IDENTITY (1, 1), [SearchType] nvarchar(10) NOT NULL, [SearchValue] nvarchar(255) NOT NULL, [ResultIndex] int CONSTRAINT [DF_ABRSearch_ResultIndex] DEFAULT 0 NOT NULL, [IsNegative] bit CONSTRAINT [DF_ABRSearch_IsNegative] DEFAULT 0 NOT NULL, [ABN] nvarchar(11) NULL, [ACN] nvarchar(9) NULL, [LegalEntityName] nvarchar(255) NULL, [MatchedName] nvarchar(255) NULL, [NameType] nvarchar(10) NULL, [BusinessNames] nvarchar(max) NULL CONSTRAINT [CK_ABRSearch_BusinessNamesJson] CHECK (ISJSON([BusinessNames]) = 1), [EntityTypeCode] nvarchar(10) NULL, [EntityTypeName] nvarchar(100) NULL, [ABNStatus] nvarchar(20) NULL, [ABNStatusEffectiveFrom] date NULL, [IsGSTRegistered] bit NULL, [GSTRegisteredFrom] date NULL, [State] nvarchar(20) NULL, [Postcode] nvarchar(10) NULL, [Score] int NULL, [FullResponse] nvarchar(max) NULL CONSTRAINT [CK_ABRSearch_FullResponseJson] CHECK (ISJSON([FullResponse]) = 1), [FetchedAt] datetime2(6) CONSTRAINT [DF_ABRSearch_FetchedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ExpiresAt] datetime2(6) NOT NULL, [HitCount] int CONSTRAINT [DF_ABRSearch_HitCount] DEFAULT 0 NOT NULL, [LastHitAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_ABRSearch_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [UQ_ABRSearch_SearchType_SearchValue_ResultIndex] UNIQUE ([SearchType], [SearchValue], [ResultIndex]), CONSTRAINT [CK_ABRSearch_SearchType] CHECK ([SearchType] IN (N'ABN', N'ACN', N'Name')), CONSTRAINT [CK_ABRSearch_ResultIndex] CHECK ([ResultIndex] >= 0), CONSTRAINT [CK_ABRSearch_ABN] CHECK (([ABN] IS NULL OR [ABN] LIKE N'[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]')), CONSTRAINT [CK_ABRSearch_ACN] CHECK (([ACN] IS NULL OR [ACN] LIKE N'[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]')), CONSTRAINT [CK_ABRSearch_ABNStatus] CHECK (([ABNStatus] IS NULL OR [ABNStatus] IN (N'active', N'cancelled'))), CONSTRAINT [CK_ABRSearch_NameType] CHECK (([NameType] IS NULL OR [NameType] IN (N'entity', N'business'))), CONSTRAINT [CK_ABRSearch_Negative] CHECK (([IsNegative] = 0 OR ([ABN] IS NULL AND [ResultIndex] = 0))), CONSTRAINT [CK_ABRSearch_ExpiresAt] CHECK ([ExpiresAt] > ([FetchedAt])), CONSTRAINT [CK_ABRSearch_HitCount] CHECK ([HitCount] >= 0));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Answers of the Australian Business Register; holds nothing about who searched.', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ABRSearchID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ABN, ACN or Name', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'SearchType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Digits only, or the trimmed lower-case name', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'SearchValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'0 for ABN and ACN, 0 to n for a name', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ResultIndex';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The register knows nothing; short life', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'IsNegative';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Australian Business Number, 11 digits', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ABN';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Australian Company Number, 9 digits', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ACN';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Legal name in the register', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'LegalEntityName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name that matched the search', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'MatchedName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kind of the matched name: entity or business', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'NameType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'List of registered business names', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'BusinessNames';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Register''s code of the type', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'EntityTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Register''s wording of it', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'EntityTypeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'active or cancelled', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ABNStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'First day of that status', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ABNStatusEffectiveFrom';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Registered for GST; empty = unknown', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'IsGSTRegistered';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'First day of the GST registration', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'GSTRegisteredFrom';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the main place of business', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'State';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Postcode of the main place of business', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'Postcode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Register''s score of a name match', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'Score';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Answer as received, without the caller''s key', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'FullResponse';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the answer, UTC', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'FetchedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Afterwards served only while the register is unavailable, flagged stale', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'ExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often the row answered a search', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'HitCount';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant it answered last', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'LastHitAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'cache', @level1type = N'TABLE', @level1name = N'ABRSearch', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [dbo].[User] ([UserID] bigint NOT NULL CONSTRAINT [PK_User] PRIMARY KEY IDENTITY (1, 1), [Email] nvarchar(255) NOT NULL, [PasswordHash] nvarchar(255) NOT NULL, [FirstName] nvarchar(100) NOT NULL, [LastName] nvarchar(100) NOT NULL, [Phone] nvarchar(20) NULL, [RoleTitle] nvarchar(100) NULL, [Bio] nvarchar(500) NULL, [ProfilePictureUrl] nvarchar(500) NULL, [TimezoneIdentifier] nvarchar(50) CONSTRAINT [DF_User_TimezoneIdentifier] DEFAULT N'Australia/Sydney' NOT NULL, [IsEmailVerified] bit CONSTRAINT [DF_User_IsEmailVerified] DEFAULT 0 NOT NULL, [EmailVerifiedAt] datetime2(6) NULL, [IsLocked] bit CONSTRAINT [DF_User_IsLocked] DEFAULT 0 NOT NULL, [LockedUntil] datetime2(6) NULL, [LockedReason] nvarchar(500) NULL, [FailedLoginAttempts] int CONSTRAINT [DF_User_FailedLoginAttempts] DEFAULT 0 NOT NULL, [LastLoginDate] datetime2(6) NULL, [LastPasswordChange] datetime2(6) NULL, [SessionToken] nvarchar(64) NOT NULL, [AccessTokenVersion] int CONSTRAINT [DF_User_AccessTokenVersion] DEFAULT 1 NOT NULL, [RefreshTokenVersion] int CONSTRAINT [DF_User_RefreshTokenVersion] DEFAULT 1 NOT NULL, [IsOnboardingComplete] bit CONSTRAINT [DF_User_IsOnboardingComplete] DEFAULT 0 NOT NULL, [OnboardingStep] int CONSTRAINT [DF_User_OnboardingStep] DEFAULT 1 NOT NULL, [TermsAcceptedAt] datetime2(6) NULL, [TermsVersion] nvarchar(20) NULL, [ErasedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_User_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [UpdatedDate] datetime2(6) NULL, [IsDeleted] bit CONSTRAINT [DF_User_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [CountryID] bigint NULL, [PreferredLanguageID] bigint NULL, [UserStatusID] bigint NOT NULL, [UserRoleID] bigint NOT NULL, [ThemePreferenceID] bigint NULL, [LayoutDensityID] bigint NULL, [FontSizeID] bigint NULL, [CreatedBy] bigint NULL, [UpdatedBy] bigint NULL, [DeletedBy] bigint NULL, [SecondFactorSince] datetime2(6) NULL, CONSTRAINT [CK_User_Email] CHECK (([Email] LIKE N'%_@_%._%' AND [Email] NOT LIKE N'% %' AND [Email] NOT LIKE N'%@%@%' AND [Email] = LOWER([Email]))), CONSTRAINT [CK_User_EmailVerified] CHECK ((([IsEmailVerified] = 1 AND [EmailVerifiedAt] IS NOT NULL) OR ([IsEmailVerified] = 0 AND [EmailVerifiedAt] IS NULL))), CONSTRAINT [CK_User_Lock] CHECK (([IsLocked] = 1 OR ([LockedUntil] IS NULL AND [LockedReason] IS NULL))), CONSTRAINT [CK_User_Counters] CHECK (([AccessTokenVersion] >= 1 AND [FailedLoginAttempts] >= 0 AND [RefreshTokenVersion] >= 1)), CONSTRAINT [CK_User_OnboardingStep] CHECK (([OnboardingStep] >= 1 AND [OnboardingStep] <= 3)), CONSTRAINT [CK_User_Terms] CHECK ((([TermsAcceptedAt] IS NULL AND [TermsVersion] IS NULL) OR ([TermsAcceptedAt] IS NOT NULL AND [TermsVersion] IS NOT NULL))), CONSTRAINT [CK_User_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_User_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'People who sign in: identity, profile, security state.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Sign-in name, trimmed and in lower case', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'Email';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Argon2id; never leaves the accounts service', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'PasswordHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Given name', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'FirstName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Family name', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LastName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Phone in E.164', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'Phone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Job title, no access role', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'RoleTitle';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Short text about the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'Bio';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of the picture', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ProfilePictureUrl';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'IANA zone for display and mail', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'TimezoneIdentifier';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True once the address is confirmed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsEmailVerified';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the address was confirmed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'EmailVerifiedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True exactly while the status is locked', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsLocked';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'End of the lock; null while locked = until staff unlock', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LockedUntil';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the account is locked', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LockedReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Failures since the last success', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'FailedLoginAttempts';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last successful sign-in', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LastLoginDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Start of password expiry', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LastPasswordChange';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Random stamp bound into browser sessions; a new one ends them all', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'SessionToken';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Claim atv must equal it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'AccessTokenVersion';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Refresh tokens of an older version are void', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'RefreshTokenVersion';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True once onboarding is done', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsOnboardingComplete';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'1 details, 2 company, 3 done', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'OnboardingStep';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the terms were accepted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'TermsAcceptedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Version of the accepted terms', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'TermsVersion';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Personal data erased; the account can never return', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ErasedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Language of pages and mail', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'PreferredLanguageID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account state', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Platform role; ordinary people hold company_user', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Colour theme', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ThemePreferenceID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Spacing of the interface', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LayoutDensityID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Base text size', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'FontSizeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Log-in by password asks for a second factor since; null = it does not', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'SecondFactorSince';
GO
CREATE TABLE [dbo].[UserAuthenticator] ([UserAuthenticatorID] bigint NOT NULL CONSTRAINT [PK_UserAuthenticator] PRIMARY KEY IDENTITY (1, 1), [SealedKey] nvarchar(255) NULL, [ConfirmedAt] datetime2(6) NULL, [LastUsedStep] bigint CONSTRAINT [DF_UserAuthenticator_LastUsedStep] DEFAULT 0 NOT NULL, [LastUsedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserAuthenticator_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [UpdatedDate] datetime2(6) NULL, [IsDeleted] bit CONSTRAINT [DF_UserAuthenticator_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [CreatedBy] bigint NULL, [DeletedBy] bigint NULL, [UpdatedBy] bigint NULL, [UserID] bigint NOT NULL, CONSTRAINT [CK_UserAuthenticator_LastUsedStep] CHECK ([LastUsedStep] >= 0), CONSTRAINT [CK_UserAuthenticator_SealedKey] CHECK ((([IsDeleted] = 0 AND [SealedKey] IS NOT NULL) OR ([IsDeleted] = 1 AND [SealedKey] IS NULL))), CONSTRAINT [CK_UserAuthenticator_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserAuthenticator_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Authenticator app of a person: the sealed key of its one-time codes (TOTP, RFC 6238).', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'UserAuthenticatorID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the codes, encrypted; null once removed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'SealedKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the first code was shown; null = being set up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'ConfirmedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Time step of the last code; none is taken twice', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'LastUsedStep';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last log-in with a code of it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'LastUsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whose authenticator app it is', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserAuthenticator', @level2type = N'COLUMN', @level2name = N'UserID';
GO
CREATE TABLE [dbo].[UserEmailChangeToken] ([UserEmailChangeTokenID] bigint NOT NULL CONSTRAINT [PK_UserEmailChangeToken] PRIMARY KEY IDENTITY (1, 1), [ChangeKey] uniqueidentifier NOT NULL, [Side] nvarchar(3) NOT NULL, [NewEmail] nvarchar(255) NOT NULL, [TokenHash] nvarchar(64) NOT NULL, [ExpiresAt] datetime2(6) NOT NULL, [UsedAt] datetime2(6) NULL, [VoidedAt] datetime2(6) NULL, [RequestID] nvarchar(64) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserEmailChangeToken_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [UserID] bigint NOT NULL, [EffectiveFrom] datetime2(6) NULL, [StartedByUserID] bigint NULL, CONSTRAINT [UQ_UserEmailChangeToken_TokenHash] UNIQUE ([TokenHash]), CONSTRAINT [UQ_UserEmailChangeToken_ChangeKey_Side] UNIQUE ([ChangeKey], [Side]), CONSTRAINT [CK_UserEmailChangeToken_Side] CHECK ([Side] IN (N'old', N'new')), CONSTRAINT [CK_UserEmailChangeToken_NewEmail] CHECK (([NewEmail] LIKE N'%_@_%._%' AND [NewEmail] NOT LIKE N'% %' AND [NewEmail] NOT LIKE N'%@%@%' AND [NewEmail] = LOWER([NewEmail]))), CONSTRAINT [CK_UserEmailChangeToken_TokenHash] CHECK (LEN([TokenHash]) = 64), CONSTRAINT [CK_UserEmailChangeToken_ExpiresAt] CHECK ([ExpiresAt] > ([CreatedDate])), CONSTRAINT [CK_UserEmailChangeToken_ByStaff] CHECK ((([StartedByUserID] IS NULL AND [EffectiveFrom] IS NULL) OR ([StartedByUserID] IS NOT NULL AND [EffectiveFrom] IS NOT NULL))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Links to the old and the new address of a person; the change takes effect once both are used.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'UserEmailChangeTokenID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The two links of one change share it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'ChangeKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'old or new: the address the link was sent to', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'Side';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the account shall have', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'NewEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the token', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'TokenHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The link works before this instant', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'ExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When this side was confirmed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'UsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Cancelled, or replaced by a newer change', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'VoidedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Request that issued it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account whose address changes', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Started by staff: not made before this', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'EffectiveFrom';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who of staff started it; null: its owner did', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailChangeToken', @level2type = N'COLUMN', @level2name = N'StartedByUserID';
GO
CREATE TABLE [dbo].[UserEmailVerificationToken] ([UserEmailVerificationTokenID] bigint NOT NULL CONSTRAINT [PK_UserEmailVerificationToken] PRIMARY KEY IDENTITY (1, 1), [UserID] bigint NOT NULL, [Email] nvarchar(255) NOT NULL, [TokenHash] nvarchar(64) NOT NULL, [ExpiresAt] datetime2(6) NOT NULL, [UsedAt] datetime2(6) NULL, [VoidedAt] datetime2(6) NULL, [RequestID] nvarchar(64) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserEmailVerificationToken_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [UQ_UserEmailVerificationToken_TokenHash] UNIQUE ([TokenHash]), CONSTRAINT [CK_UserEmailVerificationToken_TokenHash] CHECK (LEN([TokenHash]) = 64), CONSTRAINT [CK_UserEmailVerificationToken_ExpiresAt] CHECK ([ExpiresAt] > ([CreatedDate])));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address verification link.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'UserEmailVerificationTokenID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account whose address is verified', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address it verifies', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'Email';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the token', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'TokenHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The link works before this instant', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'ExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the link was spent', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'UsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Replaced by a newer one', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'VoidedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Request that issued it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserEmailVerificationToken', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [dbo].[UserIndustry] ([UserIndustryID] bigint NOT NULL CONSTRAINT [PK_UserIndustry] PRIMARY KEY IDENTITY (1, 1), [UserID] bigint NOT NULL, [IndustryID] bigint NOT NULL, [IsPrimary] bit CONSTRAINT [DF_UserIndustry_IsPrimary] DEFAULT 0 NOT NULL, [SortOrder] int NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserIndustry_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserIndustry_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_UserIndustry_Primary] CHECK ((([IsPrimary] = 1 AND [SortOrder] = 0) OR ([IsPrimary] = 0 AND [SortOrder] > 0))), CONSTRAINT [CK_UserIndustry_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserIndustry_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Industries a person works in.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'UserIndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Industry the person works in', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'IndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Main industry of the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'IsPrimary';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'0 for the primary one, others from 1 without gaps', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserIndustry', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [dbo].[UserPasskey] ([UserPasskeyID] bigint NOT NULL CONSTRAINT [PK_UserPasskey] PRIMARY KEY IDENTITY (1, 1), [PasskeyName] nvarchar(100) NOT NULL, [CredentialHash] nvarchar(64) NOT NULL, [CredentialHandle] nvarchar(1400) NOT NULL, [PublicKey] nvarchar(max) NOT NULL, [SignCount] bigint CONSTRAINT [DF_UserPasskey_SignCount] DEFAULT 0 NOT NULL, [Transports] nvarchar(max) NOT NULL CONSTRAINT [CK_UserPasskey_TransportsJson] CHECK (ISJSON([Transports]) = 1), [IsBackedUp] bit CONSTRAINT [DF_UserPasskey_IsBackedUp] DEFAULT 0 NOT NULL, [AuthenticatorModel] nvarchar(36) NULL, [LastUsedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserPasskey_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [UpdatedDate] datetime2(6) NULL, [IsDeleted] bit CONSTRAINT [DF_UserPasskey_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [CreatedBy] bigint NULL, [DeletedBy] bigint NULL, [UpdatedBy] bigint NULL, [UserID] bigint NOT NULL, CONSTRAINT [CK_UserPasskey_CredentialHash] CHECK (LEN([CredentialHash]) = 64), CONSTRAINT [CK_UserPasskey_SignCount] CHECK ([SignCount] >= 0), CONSTRAINT [CK_UserPasskey_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserPasskey_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Passkeys with which a person logs in; the private key never leaves the person''s device.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'UserPasskeyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name the person gave it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'PasskeyName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of CredentialHandle, hex', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'CredentialHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Credential id, base64url', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'CredentialHandle';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'COSE public key, base64url', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'PublicKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last counter of the device; 0 = it does not count', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'SignCount';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Ways to reach the device, such as internal', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'Transports';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The passkey is synced to other devices', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'IsBackedUp';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'AAGUID, the model of the device', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'AuthenticatorModel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last log-in or second step with it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'LastUsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whose passkey it is', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasskey', @level2type = N'COLUMN', @level2name = N'UserID';
GO
CREATE TABLE [dbo].[UserPasswordResetToken] ([UserPasswordResetTokenID] bigint NOT NULL CONSTRAINT [PK_UserPasswordResetToken] PRIMARY KEY IDENTITY (1, 1), [UserID] bigint NOT NULL, [Purpose] nvarchar(10) CONSTRAINT [DF_UserPasswordResetToken_Purpose] DEFAULT N'reset' NOT NULL, [TokenHash] nvarchar(64) NOT NULL, [ExpiresAt] datetime2(6) NOT NULL, [UsedAt] datetime2(6) NULL, [VoidedAt] datetime2(6) NULL, [RequestID] nvarchar(64) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserPasswordResetToken_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [UQ_UserPasswordResetToken_TokenHash] UNIQUE ([TokenHash]), CONSTRAINT [CK_UserPasswordResetToken_Purpose] CHECK ([Purpose] IN (N'reset', N'expired')), CONSTRAINT [CK_UserPasswordResetToken_TokenHash] CHECK (LEN([TokenHash]) = 64), CONSTRAINT [CK_UserPasswordResetToken_ExpiresAt] CHECK ([ExpiresAt] > ([CreatedDate])));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Password reset link, and the proof that lets an expired password be changed.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'UserPasswordResetTokenID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account whose password is reset', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'reset = mailed link, expired = proof', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'Purpose';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the token', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'TokenHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The token works before this instant', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'ExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the token was spent', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'UsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Replaced by a newer one', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'VoidedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Request that issued it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserPasswordResetToken', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [dbo].[UserRecoveryCode] ([UserRecoveryCodeID] bigint NOT NULL CONSTRAINT [PK_UserRecoveryCode] PRIMARY KEY IDENTITY (1, 1), [CodeHash] nvarchar(255) NOT NULL, [UsedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserRecoveryCode_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [UpdatedDate] datetime2(6) NULL, [IsDeleted] bit CONSTRAINT [DF_UserRecoveryCode_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [CreatedBy] bigint NULL, [DeletedBy] bigint NULL, [UpdatedBy] bigint NULL, [UserID] bigint NOT NULL, CONSTRAINT [CK_UserRecoveryCode_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserRecoveryCode_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))), CONSTRAINT [CK_UserRecoveryCode_CodeHash] CHECK (LEN([CodeHash]) >= 64));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Recovery codes of a person, each good for one log-in; soft-deleted once replaced or turned off.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'UserRecoveryCodeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Argon2id of the code, all of a set with one salt; older ones a keyed SHA-256, hex', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'CodeHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the code was spent', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'UsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whose code it is', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRecoveryCode', @level2type = N'COLUMN', @level2name = N'UserID';
GO
CREATE TABLE [dbo].[UserRefreshToken] ([UserRefreshTokenID] bigint NOT NULL CONSTRAINT [PK_UserRefreshToken] PRIMARY KEY IDENTITY (1, 1), [UserID] bigint NOT NULL, [CompanyID] bigint NULL, [TokenFamilyID] uniqueidentifier NOT NULL, [Transport] nvarchar(10) NOT NULL, [TokenHash] nvarchar(64) NOT NULL, [RefreshTokenVersion] int NOT NULL, [SessionStartedAt] datetime2(6) NOT NULL, [SessionExpiresAt] datetime2(6) NOT NULL, [ExpiresAt] datetime2(6) NOT NULL, [UsedAt] datetime2(6) NULL, [RevokedAt] datetime2(6) NULL, [RevokedReason] nvarchar(30) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [LastUsedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserRefreshToken_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [HasSecondFactor] bit CONSTRAINT [DF_UserRefreshToken_HasSecondFactor] DEFAULT 0 NOT NULL, CONSTRAINT [UQ_UserRefreshToken_TokenHash] UNIQUE ([TokenHash]), CONSTRAINT [CK_UserRefreshToken_Transport] CHECK ([Transport] IN (N'body', N'cookie', N'page')), CONSTRAINT [CK_UserRefreshToken_TokenHash] CHECK (LEN([TokenHash]) = 64), CONSTRAINT [CK_UserRefreshToken_ExpiresAt] CHECK (([ExpiresAt] > ([CreatedDate]) AND [ExpiresAt] <= ([SessionExpiresAt]))), CONSTRAINT [CK_UserRefreshToken_Revoked] CHECK ((([RevokedAt] IS NULL AND [RevokedReason] IS NULL) OR ([RevokedAt] IS NOT NULL AND [RevokedReason] IS NOT NULL))), CONSTRAINT [CK_UserRefreshToken_RevokedReason] CHECK (([RevokedReason] IS NULL OR [RevokedReason] IN (N'logout', N'logout_all', N'session_ended', N'reuse_detected', N'password_changed', N'password_reset', N'suspended', N'locked', N'erased', N'account_closed', N'factor_changed', N'factor_reset', N'email_changed'))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Sessions and their refresh tokens; one family = one signed-in device, by page or API.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'UserRefreshTokenID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who is signed in', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Active company of the session', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Claim sid, sessionId; same through all rotations', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'TokenFamilyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'body, cookie or page; page: TokenHash is of the handle in the browser session', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'Transport';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the token or handle', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'TokenHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User.RefreshTokenVersion at issue', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'RefreshTokenVersion';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person signed in', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'SessionStartedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'End of the session however often it is refreshed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'SessionExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'End of this token; page: last use + SESSION_TIMEOUT_MINUTES, moved on at most once a minute', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'ExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rotated; a second use revokes the family', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'UsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the token was revoked', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'RevokedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the token was revoked', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'RevokedReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of the device', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Browser or client of the device', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last use of the session', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'LastUsedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A second factor was shown at the log-in', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserRefreshToken', @level2type = N'COLUMN', @level2name = N'HasSecondFactor';
GO
CREATE TABLE [django].[django_admin_log] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [action_time] datetime2(6) NOT NULL, [object_id] nvarchar(max) NULL, [object_repr] nvarchar(200) NOT NULL, [action_flag] smallint NOT NULL CONSTRAINT [django_admin_log_action_flag_a8637d59_check] CHECK ([action_flag] >= 0), [change_message] nvarchar(max) NOT NULL, [content_type_id] int NULL, [user_id] bigint NOT NULL);
GO
CREATE TABLE [audit].[ActivityLog] ([ActivityLogID] bigint NOT NULL CONSTRAINT [PK_ActivityLog] PRIMARY KEY IDENTITY (1, 1), [ChainKey] bigint NOT NULL, [ChainSequence] bigint NOT NULL, [Action] nvarchar(100) NOT NULL, [EntityType] nvarchar(100) NOT NULL, [EntityID] bigint NULL, [UserID] bigint NULL, [ActorName] nvarchar(200) NULL, [UserEmail] nvarchar(255) NULL, [CompanyID] bigint NULL, [OldValue] nvarchar(max) NULL CONSTRAINT [CK_ActivityLog_OldValueJson] CHECK (ISJSON([OldValue]) = 1), [NewValue] nvarchar(max) NULL CONSTRAINT [CK_ActivityLog_NewValueJson] CHECK (ISJSON([NewValue]) = 1), [Reason] nvarchar(500) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RequestID] nvarchar(64) NULL, [PersonalDigests] nvarchar(max) NOT NULL CONSTRAINT [CK_ActivityLog_PersonalDigestsJson] CHECK (ISJSON([PersonalDigests]) = 1), [PreviousHash] nvarchar(64) NOT NULL, [RowHash] nvarchar(64) NOT NULL, [RedactedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_ActivityLog_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [UQ_ActivityLog_ChainKey_ChainSequence] UNIQUE ([ChainKey], [ChainSequence]), CONSTRAINT [CK_ActivityLog_Chain] CHECK (((([ChainKey] = 0 AND [CompanyID] IS NULL) OR ([ChainKey] = ([CompanyID]) AND [CompanyID] IS NOT NULL)) AND [ChainSequence] >= 1)), CONSTRAINT [CK_ActivityLog_Hashes] CHECK ((LEN([PreviousHash]) = 64 AND LEN([RowHash]) = 64)));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Business actions, hash-chained per company.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'ActivityLogID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'CompanyID, or 0 for platform-wide actions', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'ChainKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'1, 2, 3 and so on in its chain', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'ChainSequence';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What was done, UPPER_SNAKE, open list', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'Action';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Table of the thing, schema.Table', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'EntityType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Primary key in that table', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'EntityID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Actor; empty = job, command or visitor', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the person then, or of the job or command', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'ActorName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Actor''s address then', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'UserEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company concerned; empty = platform-wide', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Changed values before', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'OldValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Changed values after', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'NewValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Reason the actor gave', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'Reason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Raw address of the client', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent, cut to fit', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the work', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Path of each personal field to the HMAC-SHA-256 of its value, and the id of the key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'PersonalDigests';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'RowHash of the row before; 64 zeros at the start of a chain', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'PreviousHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the canonical JSON of the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'RowHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal fields were erased', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ActivityLog', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [audit].[AppSetting] ([AppSettingID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [SettingKey] nvarchar(100) NOT NULL, [SettingValue] nvarchar(max) NOT NULL, [Description] nvarchar(500) NOT NULL, [DefaultValue] nvarchar(max) NOT NULL, [ValidationRegex] nvarchar(500) NULL, [MinValue] numeric(18, 2) NULL, [MaxValue] numeric(18, 2) NULL, [IsEditable] bit NOT NULL, [IsPublic] bit NOT NULL, [IsActive] bit NOT NULL, [SortOrder] int NOT NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [SettingCategoryID] bigint NULL, [SettingTypeID] bigint NULL, [AuditAppSettingID] bigint NOT NULL CONSTRAINT [PK_AuditAppSetting] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditAppSetting_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, CONSTRAINT [CK_AuditAppSetting_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of config.AppSetting after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'AppSettingID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key, UPPER_SNAKE; never changes', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Value in text form; true/false for boolean', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the setting does, with its unit', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Value of a fresh installation, in text form', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'DefaultValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Pattern of the full value, on top of the type', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'ValidationRegex';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Smallest number accepted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'MinValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Greatest number accepted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'MaxValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Administrators may change the value', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsEditable';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Part of the public configuration', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsPublic';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Setting is in use', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position inside its group, smallest first', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Group in the back office', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingCategoryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Data type of the value', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'AuditAppSettingID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
CREATE TABLE [audit].[ChainAnchor] ([ChainAnchorID] bigint NOT NULL CONSTRAINT [PK_ChainAnchor] PRIMARY KEY IDENTITY (1, 1), [ChainKey] bigint NOT NULL, [ChainSequence] bigint NOT NULL, [RowHash] nvarchar(64) NOT NULL, [AnchorKind] nvarchar(20) NOT NULL, [RowsCovered] bigint NOT NULL, [ExternalReference] nvarchar(500) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_ChainAnchor_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [UQ_ChainAnchor_ChainKey_ChainSequence_AnchorKind] UNIQUE ([ChainKey], [ChainSequence], [AnchorKind]), CONSTRAINT [CK_ChainAnchor_AnchorKind] CHECK ([AnchorKind] IN (N'daily', N'retention', N'manual')), CONSTRAINT [CK_ChainAnchor_RowHash] CHECK (LEN([RowHash]) = 64));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Recorded heads of the hash chains.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'ChainAnchorID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Chain: CompanyID, or 0 for platform-wide actions', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'ChainKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last row covered', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'ChainSequence';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'RowHash of that row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'RowHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'daily, retention or manual', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'AnchorKind';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rows since the anchor before', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'RowsCovered';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where the copy outside the database is', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'ExternalReference';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ChainAnchor', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [audit].[Company] ([CompanyID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [CompanyName] nvarchar(200) NOT NULL, [LegalEntityName] nvarchar(200) NULL, [BusinessNames] nvarchar(max) NULL CONSTRAINT [CK_AuditCompany_BusinessNamesJson] CHECK (ISJSON([BusinessNames]) = 1), [CustomDisplayName] nvarchar(200) NULL, [DisplayNameSource] nvarchar(20) NOT NULL, [ABN] nvarchar(11) NULL, [ACN] nvarchar(9) NULL, [ABNStatus] nvarchar(20) NULL, [EntityTypeCode] nvarchar(10) NULL, [EntityType] nvarchar(100) NULL, [IsGSTRegistered] bit NULL, [ABRVerifiedAt] datetime2(6) NULL, [Phone] nvarchar(20) NULL, [Email] nvarchar(255) NULL, [IsActive] bit NOT NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [CountryID] bigint NULL, [IndustryID] bigint NULL, [ParentCompanyID] bigint NULL, [FoundedByUserID] bigint NULL, [AuditCompanyID] bigint NOT NULL CONSTRAINT [PK_AuditCompany] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditCompany_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, [IsSecondFactorRequired] bit NOT NULL, CONSTRAINT [CK_AuditCompany_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of dbo.Company after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown everywhere', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CompanyName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'From the register; used on tax invoices', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'LegalEntityName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Business names from the register', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'BusinessNames';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the company''s own choice', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CustomDisplayName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which name CompanyName was taken from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'DisplayNameSource';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Australian Business Number, digits only', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ABN';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Australian Company Number, digits only', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ACN';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the ABN in the register', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ABNStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The register''s type code', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'EntityTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Type in the register''s wording', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'EntityType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Registered for GST; null while unknown', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsGSTRegistered';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last confirmation by the register; null = unverified', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ABRVerifiedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Phone in E.164', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'Phone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address, trimmed and in lower case', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'Email';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Operational switch, apart from IsDeleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of registration', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Industry of the company', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Parent of the one active hierarchical CompanyRelationship', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ParentCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created it in onboarding', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'FoundedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'AuditCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Only sessions with a second factor may work in the company', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsSecondFactorRequired';
GO
CREATE TABLE [audit].[CompanyValidationRule] ([CompanyValidationRuleID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [IsEnabled] bit NOT NULL, [SortOrderOverride] int NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [CompanyID] bigint NULL, [ValidationRuleID] bigint NULL, [AuditCompanyValidationRuleID] bigint NOT NULL CONSTRAINT [PK_AuditCompanyValidationRule] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditCompanyValidationRule_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, CONSTRAINT [CK_AuditCompanyValidationRule_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of config.CompanyValidationRule after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CompanyValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The company accepts values of this rule', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'IsEnabled';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Order of trial in this company; empty = the rule''s own', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'SortOrderOverride';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company that chose', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rule of the company''s country, or worldwide', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'AuditCompanyValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
CREATE TABLE [audit].[Country] ([CountryID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [CountryCode] nvarchar(2) NOT NULL, [CountryName] nvarchar(100) NOT NULL, [PhonePrefix] nvarchar(10) NOT NULL, [CurrencyCode] nvarchar(3) NOT NULL, [CurrencySymbol] nvarchar(5) NOT NULL, [CurrencyName] nvarchar(100) NOT NULL, [TaxRate] numeric(7, 4) NULL, [TaxName] nvarchar(50) NULL, [IsTaxInclusive] bit NOT NULL, [TaxNumberLabel] nvarchar(50) NULL, [PostalCodeLabel] nvarchar(50) NOT NULL, [StateLabel] nvarchar(50) NOT NULL, [SubdivisionsJson] nvarchar(max) NULL CONSTRAINT [CK_AuditCountry_SubdivisionsJsonJson] CHECK (ISJSON([SubdivisionsJson]) = 1), [CompanyValidationProvider] nvarchar(50) NULL, [AddressValidationProvider] nvarchar(50) NULL, [IntegrationConfig] nvarchar(max) NULL CONSTRAINT [CK_AuditCountry_IntegrationConfigJson] CHECK (ISJSON([IntegrationConfig]) = 1), [IsActive] bit NOT NULL, [SortOrder] int NOT NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [AuditCountryID] bigint NOT NULL CONSTRAINT [PK_AuditCountry] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditCountry_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, CONSTRAINT [CK_AuditCountry_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of ref.Country after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 3166-1 alpha-2 code; never changes', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CountryCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CountryName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'International dialling prefix with its plus sign', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'PhonePrefix';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 4217 code of the currency', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CurrencyCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Symbol written before amounts', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CurrencySymbol';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the currency', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CurrencyName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Sales tax as a fraction, 0.1000 = ten percent; empty = varies inside the country', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'TaxRate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the sales tax, GST or VAT', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'TaxName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Shown prices contain the tax', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IsTaxInclusive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the country calls its business number', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'TaxNumberLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the country calls its postal code', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'PostalCodeLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the country calls its subdivisions', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'StateLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'List of {code, isoCode, name, category}; isoCode is ISO 3166-2', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'SubdivisionsJson';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Business register adapter (ABR); empty = no company search', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CompanyValidationProvider';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address adapter (Geoscape); empty = addresses are not checked', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'AddressValidationProvider';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Provider end points, never credentials', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IntegrationConfig';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'AuditCountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
CREATE TABLE [audit].[CustomerTier] ([CustomerTierID] bigint NOT NULL, [CustomerTierCode] nvarchar(50) NOT NULL, [CustomerTierName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [CurrencyCode] nvarchar(3) NOT NULL, [MonthlyPrice] numeric(10, 2) NULL, [AnnualPrice] numeric(10, 2) NULL, [MaxUsers] int NULL, [MaxForms] int NULL, [MaxSubmissionsPerMonth] int NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [AuditCustomerTierID] bigint NOT NULL CONSTRAINT [PK_AuditCustomerTier] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditCustomerTier_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, [IsActive] bit NOT NULL, [SortOrder] int NOT NULL, CONSTRAINT [CK_AuditCustomerTier_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of ref.CustomerTier after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CustomerTierID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CustomerTierCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CustomerTierName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 4217 code of both prices', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CurrencyCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Price a month; empty = negotiated', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MonthlyPrice';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Price a year; empty = negotiated', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'AnnualPrice';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most members; empty = unlimited', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MaxUsers';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most forms; empty = unlimited', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MaxForms';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most form submissions a month; empty = unlimited', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MaxSubmissionsPerMonth';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'AuditCustomerTierID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [audit].[Industry] ([IndustryID] bigint NOT NULL, [IndustryCode] nvarchar(50) NOT NULL, [IndustryName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [AuditIndustryID] bigint NOT NULL CONSTRAINT [PK_AuditIndustry] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditIndustry_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, [IsActive] bit NOT NULL, [SortOrder] int NOT NULL, CONSTRAINT [CK_AuditIndustry_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of ref.Industry after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IndustryCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IndustryName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'AuditIndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [audit].[Language] ([LanguageID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [LanguageCode] nvarchar(10) NOT NULL, [LanguageName] nvarchar(100) NOT NULL, [NativeName] nvarchar(100) NOT NULL, [IsActive] bit NOT NULL, [SortOrder] int NOT NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [AuditLanguageID] bigint NOT NULL CONSTRAINT [PK_AuditLanguage] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditLanguage_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, CONSTRAINT [CK_AuditLanguage_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of ref.Language after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'LanguageID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'BCP 47 tag; never changes', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'LanguageCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name in English', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'LanguageName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name in the language itself', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'NativeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'AuditLanguageID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
CREATE TABLE [audit].[LegalHold] ([LegalHoldID] bigint NOT NULL CONSTRAINT [PK_LegalHold] PRIMARY KEY IDENTITY (1, 1), [HoldName] nvarchar(200) NULL, [Reason] nvarchar(1000) NOT NULL, [TableName] nvarchar(128) NULL, [CompanyID] bigint NULL, [UserID] bigint NULL, [RowsFrom] datetime2(6) NULL, [RowsTo] datetime2(6) NULL, [PlacedByUserID] bigint NOT NULL, [ReleasesLegalHoldID] bigint NULL, [RequestID] nvarchar(64) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_LegalHold_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [CK_LegalHold_Kind] CHECK ((([HoldName] IS NOT NULL AND [ReleasesLegalHoldID] IS NULL) OR ([CompanyID] IS NULL AND [HoldName] IS NULL AND [ReleasesLegalHoldID] IS NOT NULL AND [RowsFrom] IS NULL AND [RowsTo] IS NULL AND [TableName] IS NULL AND [UserID] IS NULL))), CONSTRAINT [CK_LegalHold_Range] CHECK (([RowsFrom] IS NULL OR [RowsTo] IS NULL OR [RowsFrom] <= ([RowsTo]))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Legal holds; placing and releasing are separate rows.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'LegalHoldID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the hold; empty = a release', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'HoldName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why it is placed or released', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'Reason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Table covered, schema.Table; empty = every table', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'TableName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Only rows of this company', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Only rows of this person', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Earliest CreatedDate covered; empty = open', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'RowsFrom';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Latest CreatedDate covered; empty = open', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'RowsTo';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Actor of this row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'PlacedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Set = this row ends that hold', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'ReleasesLegalHoldID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the work', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'LegalHold', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [audit].[RetentionRun] ([RetentionRunID] bigint NOT NULL CONSTRAINT [PK_RetentionRun] PRIMARY KEY IDENTITY (1, 1), [RunKey] uniqueidentifier NOT NULL, [TableName] nvarchar(128) NOT NULL, [RetentionClass] nvarchar(20) NOT NULL, [Mode] nvarchar(10) NOT NULL, [Phase] nvarchar(10) NOT NULL, [CutoffDate] datetime2(6) NOT NULL, [RowsSelected] bigint CONSTRAINT [DF_RetentionRun_RowsSelected] DEFAULT 0 NOT NULL, [RowsHeld] bigint CONSTRAINT [DF_RetentionRun_RowsHeld] DEFAULT 0 NOT NULL, [RowsArchived] bigint CONSTRAINT [DF_RetentionRun_RowsArchived] DEFAULT 0 NOT NULL, [RowsDeleted] bigint CONSTRAINT [DF_RetentionRun_RowsDeleted] DEFAULT 0 NOT NULL, [ArchivePath] nvarchar(500) NULL, [ArchiveChecksum] nvarchar(64) NULL, [DurationMs] bigint NULL, [ErrorMessage] nvarchar(1000) NULL, [TriggeredByUserID] bigint NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_RetentionRun_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [UQ_RetentionRun_RunKey_TableName_Phase] UNIQUE ([RunKey], [TableName], [Phase]), CONSTRAINT [CK_RetentionRun_RetentionClass] CHECK ([RetentionClass] IN (N'token', N'log', N'audit', N'cache')), CONSTRAINT [CK_RetentionRun_Mode] CHECK ([Mode] IN (N'dry_run', N'execute')), CONSTRAINT [CK_RetentionRun_Phase] CHECK ([Phase] IN (N'started', N'completed', N'failed')), CONSTRAINT [CK_RetentionRun_Counts] CHECK (([RowsArchived] >= 0 AND [RowsDeleted] >= 0 AND [RowsHeld] >= 0 AND [RowsSelected] >= 0)));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Evidence of every retention run: a started row, then a completed or failed row, per table.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RetentionRunID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One run over all tables', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RunKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Table, schema.Table', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'TableName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'token, log, audit or cache', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RetentionClass';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'dry_run or execute', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'Mode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'started, completed or failed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'Phase';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rows before this instant are due, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'CutoffDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rows that were due', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RowsSelected';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rows kept by a legal hold', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RowsHeld';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rows written to the archive', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RowsArchived';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rows removed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'RowsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where the archive file is', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'ArchivePath';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the archive file', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'ArchiveChecksum';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Length of the run in milliseconds', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'DurationMs';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Failure, cut to fit', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'ErrorMessage';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who started it; empty = schedule', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'TriggeredByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'RetentionRun', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [audit].[Role] ([AuditRoleID] bigint NOT NULL CONSTRAINT [PK_AuditRole] PRIMARY KEY IDENTITY (1, 1), [RoleType] nvarchar(10) NOT NULL, [ChangeKind] nvarchar(10) NOT NULL, [UserID] bigint NOT NULL, [UserCompanyID] bigint NULL, [CompanyID] bigint NULL, [OldUserRoleID] bigint NULL, [NewUserRoleID] bigint NULL, [OldUserCompanyRoleID] bigint NULL, [NewUserCompanyRoleID] bigint NULL, [OldRoleCode] nvarchar(50) NULL, [NewRoleCode] nvarchar(50) NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditRole_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [CK_AuditRole_RoleType] CHECK ([RoleType] IN (N'system', N'company')), CONSTRAINT [CK_AuditRole_ChangeKind] CHECK ([ChangeKind] IN (N'assigned', N'changed', N'removed')), CONSTRAINT [CK_AuditRole_Scope] CHECK ((([CompanyID] IS NULL AND [NewUserCompanyRoleID] IS NULL AND [OldUserCompanyRoleID] IS NULL AND [RoleType] = N'system' AND [UserCompanyID] IS NULL) OR ([CompanyID] IS NOT NULL AND [NewUserRoleID] IS NULL AND [OldUserRoleID] IS NULL AND [RoleType] = N'company' AND [UserCompanyID] IS NOT NULL))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Every grant, change and removal of a platform or company role.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'AuditRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'system or company', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'RoleType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'assigned, changed or removed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'ChangeKind';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person whose role it is', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Membership of a company role', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'UserCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company of a company role', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Platform role before', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'OldUserRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Platform role after', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'NewUserRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company role before', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'OldUserCompanyRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company role after', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'NewUserCompanyRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Code of the role before', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'OldRoleCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Code of the role after', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'NewRoleCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Reason the actor gave', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed it; empty = the system', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'That person''s address then', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the work', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Raw address of the client', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent, cut to fit', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal fields were erased', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'Role', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [audit].[User] ([UserID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [Email] nvarchar(255) NOT NULL, [FirstName] nvarchar(100) NOT NULL, [LastName] nvarchar(100) NOT NULL, [Phone] nvarchar(20) NULL, [RoleTitle] nvarchar(100) NULL, [Bio] nvarchar(500) NULL, [ProfilePictureUrl] nvarchar(500) NULL, [TimezoneIdentifier] nvarchar(50) NOT NULL, [IsEmailVerified] bit NOT NULL, [EmailVerifiedAt] datetime2(6) NULL, [IsLocked] bit NOT NULL, [LockedUntil] datetime2(6) NULL, [LockedReason] nvarchar(500) NULL, [LastPasswordChange] datetime2(6) NULL, [IsOnboardingComplete] bit NOT NULL, [OnboardingStep] int NOT NULL, [TermsAcceptedAt] datetime2(6) NULL, [TermsVersion] nvarchar(20) NULL, [ErasedAt] datetime2(6) NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [CountryID] bigint NULL, [PreferredLanguageID] bigint NULL, [UserStatusID] bigint NULL, [UserRoleID] bigint NULL, [ThemePreferenceID] bigint NULL, [LayoutDensityID] bigint NULL, [FontSizeID] bigint NULL, [AuditUserID] bigint NOT NULL CONSTRAINT [PK_AuditUser] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditUser_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, [SecondFactorSince] datetime2(6) NULL, CONSTRAINT [CK_AuditUser_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of dbo.User after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Sign-in name, trimmed and in lower case', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'Email';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Given name', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'FirstName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Family name', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LastName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Phone in E.164', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'Phone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Job title, no access role', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'RoleTitle';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Short text about the person', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'Bio';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of the picture', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ProfilePictureUrl';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'IANA zone for display and mail', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'TimezoneIdentifier';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True once the address is confirmed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsEmailVerified';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the address was confirmed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'EmailVerifiedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True exactly while the status is locked', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsLocked';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'End of the lock; null while locked = until staff unlock', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LockedUntil';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the account is locked', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LockedReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Start of password expiry', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LastPasswordChange';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True once onboarding is done', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'IsOnboardingComplete';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'1 details, 2 company, 3 done', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'OnboardingStep';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the terms were accepted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'TermsAcceptedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Version of the accepted terms', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'TermsVersion';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Personal data erased; the account can never return', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ErasedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of the person', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Language of pages and mail', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'PreferredLanguageID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account state', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Platform role; ordinary people hold company_user', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'UserRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Colour theme', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ThemePreferenceID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Spacing of the interface', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'LayoutDensityID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Base text size', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'FontSizeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'AuditUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Log-in by password asks for a second factor since; null = it does not', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'User', @level2type = N'COLUMN', @level2name = N'SecondFactorSince';
GO
CREATE TABLE [audit].[UserCompany] ([UserCompanyID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [IsPrimaryCompany] bit NOT NULL, [JoinedDate] datetime2(6) NOT NULL, [InvitedDate] datetime2(6) NULL, [RemovedDate] datetime2(6) NULL, [RemovalReason] nvarchar(500) NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [UserID] bigint NULL, [CompanyID] bigint NULL, [UserCompanyRoleID] bigint NULL, [UserCompanyStatusID] bigint NULL, [JoinedViaID] bigint NULL, [InvitedByUserID] bigint NULL, [RemovedByUserID] bigint NULL, [AuditUserCompanyID] bigint NOT NULL CONSTRAINT [PK_AuditUserCompany] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditUserCompany_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, CONSTRAINT [CK_AuditUserCompany_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of dbo.UserCompany after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Opened at sign-in', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'IsPrimaryCompany';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person joined, last time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'JoinedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person was invited', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'InvitedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Cleared when revived; the past is in history', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RemovedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the person was removed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RemovalReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The member', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company the person belongs to', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Role inside the company', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserCompanyRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the membership', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserCompanyStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How the membership arose', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'JoinedViaID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who invited the person', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'InvitedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who removed the person', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RemovedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'AuditUserCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
CREATE TABLE [audit].[ValidationRule] ([ValidationRuleID] bigint NOT NULL, [ChangedByEmail] nvarchar(255) NULL, [RequestID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RedactedAt] datetime2(6) NULL, [RuleKey] nvarchar(100) NOT NULL, [ValidationPattern] nvarchar(500) NOT NULL, [ValidationMessage] nvarchar(500) NOT NULL, [Description] nvarchar(500) NOT NULL, [ChecksumAlgorithm] nvarchar(20) NULL, [MinLength] int NULL, [MaxLength] int NULL, [ExampleValue] nvarchar(100) NOT NULL, [DisplayFormat] nvarchar(100) NULL, [DisplayExample] nvarchar(100) NULL, [IsPrefixStripped] bit NOT NULL, [SpacingPattern] nvarchar(50) NULL, [IsActive] bit NOT NULL, [SortOrder] int NOT NULL, [ChangeReason] nvarchar(500) NULL, [ChangedByUserID] bigint NULL, [RuleTypeID] bigint NULL, [CountryID] bigint NULL, [AuditValidationRuleID] bigint NOT NULL CONSTRAINT [PK_AuditValidationRule] PRIMARY KEY IDENTITY (1, 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_AuditValidationRule_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ChangeType] nvarchar(1) NOT NULL, CONSTRAINT [CK_AuditValidationRule_ChangeType] CHECK ([ChangeType] IN (N'+', N'~', N'-')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Snapshots of config.ValidationRule after each change.', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Key of the tracked row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of that person at the time', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ChangedByEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the change', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent the change came from', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant personal columns were erased, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'RedactedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key, UPPER_SNAKE; never changes', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'RuleKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Full match on the normalised value', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationPattern';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Message to a person whose value fails', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationMessage';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the rule accepts', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the python-stdnum module that tests the check digits', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ChecksumAlgorithm';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Fewest characters of the normalised value', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'MinLength';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most characters of the normalised value', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'MaxLength';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A value that passes the rule', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ExampleValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Local mask: X and 9 a digit, A a letter, others themselves', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'DisplayFormat';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The example as it is shown', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'DisplayExample';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country prefix is dropped on display', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'IsPrefixStripped';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Groups of the local form; the last takes what remains', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'SpacingPattern';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rule is applied', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Order of trial, lowest first', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the row was changed', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ChangeReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ChangedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kind of value the rule accepts', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'RuleTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of the rule; empty = worldwide', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'AuditValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the change, UTC', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'+ created or restored, ~ changed, - soft-deleted', @level0type = N'SCHEMA', @level0name = N'audit', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ChangeType';
GO
CREATE TABLE [django].[auth_group] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [name] nvarchar(150) NOT NULL UNIQUE);
GO
CREATE TABLE [django].[auth_group_permissions] ([id] bigint NOT NULL PRIMARY KEY IDENTITY (1, 1), [group_id] int NOT NULL, [permission_id] int NOT NULL);
GO
CREATE TABLE [django].[auth_permission] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [name] nvarchar(255) NOT NULL, [content_type_id] int NOT NULL, [codename] nvarchar(100) NOT NULL);
GO
CREATE TABLE [dbo].[Company] ([CompanyID] bigint NOT NULL CONSTRAINT [PK_Company] PRIMARY KEY IDENTITY (1, 1), [CompanyName] nvarchar(200) NOT NULL, [LegalEntityName] nvarchar(200) NULL, [BusinessNames] nvarchar(max) NULL CONSTRAINT [CK_Company_BusinessNamesJson] CHECK (ISJSON([BusinessNames]) = 1), [CustomDisplayName] nvarchar(200) NULL, [DisplayNameSource] nvarchar(20) CONSTRAINT [DF_Company_DisplayNameSource] DEFAULT N'user' NOT NULL, [ABN] nvarchar(11) NULL, [ACN] nvarchar(9) NULL, [ABNStatus] nvarchar(20) NULL, [EntityTypeCode] nvarchar(10) NULL, [EntityType] nvarchar(100) NULL, [IsGSTRegistered] bit NULL, [ABRVerifiedAt] datetime2(6) NULL, [Phone] nvarchar(20) NULL, [Email] nvarchar(255) NULL, [CountryID] bigint NOT NULL, [IndustryID] bigint NULL, [ParentCompanyID] bigint NULL, [FoundedByUserID] bigint NULL, [IsActive] bit CONSTRAINT [DF_Company_IsActive] DEFAULT 1 NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_Company_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_Company_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsSecondFactorRequired] bit CONSTRAINT [DF_Company_IsSecondFactorRequired] DEFAULT 0 NOT NULL, CONSTRAINT [CK_Company_ABN] CHECK (([ABN] IS NULL OR [ABN] LIKE N'[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]')), CONSTRAINT [CK_Company_ACN] CHECK (([ACN] IS NULL OR [ACN] LIKE N'[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]')), CONSTRAINT [CK_Company_ABNStatus] CHECK (([ABNStatus] IS NULL OR [ABNStatus] IN (N'active', N'cancelled'))), CONSTRAINT [CK_Company_DisplayNameSource] CHECK ([DisplayNameSource] IN (N'legal', N'business', N'custom', N'user')), CONSTRAINT [CK_Company_CustomDisplayName] CHECK ((NOT ([DisplayNameSource] = N'custom') OR [CustomDisplayName] IS NOT NULL)), CONSTRAINT [CK_Company_NoSelfParent] CHECK (([ParentCompanyID] IS NULL OR NOT ([ParentCompanyID] = ([CompanyID]) AND [ParentCompanyID] IS NOT NULL))), CONSTRAINT [CK_Company_Email] CHECK (([Email] IS NULL OR ([Email] LIKE N'%_@_%._%' AND [Email] NOT LIKE N'% %' AND [Email] NOT LIKE N'%@%@%' AND [Email] = LOWER([Email])))), CONSTRAINT [CK_Company_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_Company_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Tenant: a customer organisation.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown everywhere', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CompanyName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'From the register; used on tax invoices', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'LegalEntityName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Business names from the register', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'BusinessNames';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the company''s own choice', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CustomDisplayName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which name CompanyName was taken from', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'DisplayNameSource';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Australian Business Number, digits only', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ABN';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Australian Company Number, digits only', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ACN';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the ABN in the register', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ABNStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The register''s type code', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'EntityTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Type in the register''s wording', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'EntityType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Registered for GST; null while unknown', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsGSTRegistered';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last confirmation by the register; null = unverified', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ABRVerifiedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Phone in E.164', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'Phone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address, trimmed and in lower case', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'Email';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of registration', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Industry of the company', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Parent of the one active hierarchical CompanyRelationship', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'ParentCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created it in onboarding', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'FoundedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Operational switch, apart from IsDeleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Only sessions with a second factor may work in the company', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Company', @level2type = N'COLUMN', @level2name = N'IsSecondFactorRequired';
GO
CREATE TABLE [dbo].[CompanyBillingDetails] ([CompanyBillingDetailsID] bigint NOT NULL CONSTRAINT [PK_CompanyBillingDetails] PRIMARY KEY IDENTITY (1, 1), [CompanyID] bigint NOT NULL, [BillingContactName] nvarchar(200) NULL, [BillingEmail] nvarchar(255) NULL, [BillingPhone] nvarchar(20) NULL, [BillingAddressLine1] nvarchar(255) NULL, [BillingAddressLine2] nvarchar(255) NULL, [BillingCity] nvarchar(100) NULL, [BillingState] nvarchar(100) NULL, [BillingPostalCode] nvarchar(20) NULL, [BillingCountryID] bigint NULL, [StripeCustomerID] nvarchar(100) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyBillingDetails_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyBillingDetails_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_CompanyBillingDetails_BillingEmail] CHECK (([BillingEmail] IS NULL OR ([BillingEmail] LIKE N'%_@_%._%' AND [BillingEmail] NOT LIKE N'% %' AND [BillingEmail] NOT LIKE N'%@%@%' AND [BillingEmail] = LOWER([BillingEmail])))), CONSTRAINT [CK_CompanyBillingDetails_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyBillingDetails_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Invoice name, contact and address (one-to-one).', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'CompanyBillingDetailsID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The company', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Contact for invoices', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingContactName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address for invoices, trimmed and in lower case', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Phone for invoices in E.164', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingPhone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Street', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingAddressLine1';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rest of the street part', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingAddressLine2';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Suburb or city', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingCity';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A subdivision code (NSW) where the country has a list, else free text', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingState';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Postal code', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingPostalCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of the billing address', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'BillingCountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Customer key at Stripe', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'StripeCustomerID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyBillingDetails', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [dbo].[CompanyCustomerDetails] ([CompanyCustomerDetailsID] bigint NOT NULL CONSTRAINT [PK_CompanyCustomerDetails] PRIMARY KEY IDENTITY (1, 1), [CompanyID] bigint NOT NULL, [CustomerTierID] bigint NOT NULL, [CustomerSince] datetime2(6) CONSTRAINT [DF_CompanyCustomerDetails_CustomerSince] DEFAULT (SYSUTCDATETIME()) NOT NULL, [TotalEvents] int CONSTRAINT [DF_CompanyCustomerDetails_TotalEvents] DEFAULT 0 NOT NULL, [TotalLeadsCaptured] int CONSTRAINT [DF_CompanyCustomerDetails_TotalLeadsCaptured] DEFAULT 0 NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyCustomerDetails_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyCustomerDetails_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_CompanyCustomerDetails_Totals] CHECK (([TotalEvents] >= 0 AND [TotalLeadsCaptured] >= 0)), CONSTRAINT [CK_CompanyCustomerDetails_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyCustomerDetails_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Subscription side of a company (one-to-one).', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'CompanyCustomerDetailsID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The company', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Subscription tier', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'CustomerTierID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Start of the subscription', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'CustomerSince';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Events held so far', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'TotalEvents';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Leads captured so far', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'TotalLeadsCaptured';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyCustomerDetails', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [dbo].[CompanyOrganizerDetails] ([CompanyOrganizerDetailsID] bigint NOT NULL CONSTRAINT [PK_CompanyOrganizerDetails] PRIMARY KEY IDENTITY (1, 1), [CompanyID] bigint NOT NULL, [Website] nvarchar(500) NULL, [OrganizerLicenseNumber] nvarchar(100) NULL, [EventTypesOrganized] nvarchar(max) NULL CONSTRAINT [CK_CompanyOrganizerDetails_EventTypesOrganizedJson] CHECK (ISJSON([EventTypesOrganized]) = 1), [AverageEventsPerYear] int NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyOrganizerDetails_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyOrganizerDetails_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_CompanyOrganizerDetails_AverageEventsPerYear] CHECK (([AverageEventsPerYear] IS NULL OR [AverageEventsPerYear] >= 0)), CONSTRAINT [CK_CompanyOrganizerDetails_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyOrganizerDetails_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Event-organiser side of a company (one-to-one).', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'CompanyOrganizerDetailsID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The company', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Web site of the organiser', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'Website';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Licence number of the organiser', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'OrganizerLicenseNumber';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kinds of event the company holds', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'EventTypesOrganized';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Events in a usual year', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'AverageEventsPerYear';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyOrganizerDetails', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [dbo].[CompanyRelationship] ([CompanyRelationshipID] bigint NOT NULL CONSTRAINT [PK_CompanyRelationship] PRIMARY KEY IDENTITY (1, 1), [ParentCompanyID] bigint NOT NULL, [ChildCompanyID] bigint NOT NULL, [LowerCompanyID] bigint NOT NULL, [HigherCompanyID] bigint NOT NULL, [CompanyRelationshipTypeID] bigint NOT NULL, [CompanyRelationshipStatusID] bigint NOT NULL, [IsHierarchical] bit NOT NULL, [ProposedByCompanyID] bigint NOT NULL, [ProposedByUserID] bigint NOT NULL, [ProposedAt] datetime2(6) CONSTRAINT [DF_CompanyRelationship_ProposedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL, [EstablishedByUserID] bigint NULL, [EstablishedAt] datetime2(6) NULL, [SuspendedByCompanyID] bigint NULL, [SuspendedByUserID] bigint NULL, [SuspendedAt] datetime2(6) NULL, [TerminatedByUserID] bigint NULL, [TerminatedAt] datetime2(6) NULL, [StatusReason] nvarchar(500) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyRelationship_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyRelationship_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_CompanyRelationship_Pair] CHECK (([LowerCompanyID] < ([HigherCompanyID]) AND (([HigherCompanyID] = ([ChildCompanyID]) AND [LowerCompanyID] = ([ParentCompanyID])) OR ([HigherCompanyID] = ([ParentCompanyID]) AND [LowerCompanyID] = ([ChildCompanyID]))))), CONSTRAINT [CK_CompanyRelationship_Proposer] CHECK (([ProposedByCompanyID] = ([ParentCompanyID]) OR [ProposedByCompanyID] = ([ChildCompanyID]))), CONSTRAINT [CK_CompanyRelationship_Established] CHECK ((([EstablishedByUserID] IS NULL AND [EstablishedAt] IS NULL) OR ([EstablishedByUserID] IS NOT NULL AND [EstablishedAt] IS NOT NULL))), CONSTRAINT [CK_CompanyRelationship_Suspended] CHECK ((([SuspendedByCompanyID] IS NULL AND [SuspendedByUserID] IS NULL AND [SuspendedAt] IS NULL) OR ([SuspendedByCompanyID] IS NOT NULL AND [SuspendedByUserID] IS NOT NULL AND [SuspendedAt] IS NOT NULL AND ([SuspendedByCompanyID] = ([ParentCompanyID]) OR [SuspendedByCompanyID] = ([ChildCompanyID]))))), CONSTRAINT [CK_CompanyRelationship_Terminated] CHECK ((([TerminatedByUserID] IS NULL AND [TerminatedAt] IS NULL) OR ([TerminatedByUserID] IS NOT NULL AND [TerminatedAt] IS NOT NULL))), CONSTRAINT [CK_CompanyRelationship_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyRelationship_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Link between two companies, proposed by one side and confirmed by the other.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Parent side, or first side of equals', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'ParentCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Child side, or second side of equals', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'ChildCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Smaller key of the two sides', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'LowerCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Greater key of the two sides', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'HigherCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kind of link', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the link', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Copied from the type when proposed, then fixed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'IsHierarchical';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One of the two sides', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'ProposedByCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who proposed the link', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'ProposedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the link was proposed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'ProposedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who confirmed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'EstablishedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the link was confirmed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'EstablishedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Only this side lifts the suspension', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'SuspendedByCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who suspended the link', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'SuspendedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the link was suspended', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'SuspendedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who ended, declined or withdrew it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'TerminatedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Also for a declined or withdrawn proposal', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'TerminatedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Reason of the last change', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'StatusReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanyRelationship', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [dbo].[CompanySwitchRequest] ([CompanySwitchRequestID] bigint NOT NULL CONSTRAINT [PK_CompanySwitchRequest] PRIMARY KEY IDENTITY (1, 1), [UserID] bigint NOT NULL, [FromCompanyID] bigint NULL, [ToCompanyID] bigint NOT NULL, [CompanySwitchRequestTypeID] bigint NOT NULL, [CompanySwitchRequestStatusID] bigint NOT NULL, [RequestedByUserID] bigint NOT NULL, [RequestedAt] datetime2(6) CONSTRAINT [DF_CompanySwitchRequest_RequestedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL, [Reason] nvarchar(500) NULL, [IsDomainMatch] bit CONSTRAINT [DF_CompanySwitchRequest_IsDomainMatch] DEFAULT 0 NOT NULL, [ApprovedByUserID] bigint NULL, [ApprovedAt] datetime2(6) NULL, [RejectedByUserID] bigint NULL, [RejectedAt] datetime2(6) NULL, [RejectionReason] nvarchar(500) NULL, [CancelledAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanySwitchRequest_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanySwitchRequest_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_CompanySwitchRequest_Closed] CHECK ((([RejectedAt] IS NULL AND [CancelledAt] IS NULL) OR ([ApprovedAt] IS NULL AND [CancelledAt] IS NULL) OR ([ApprovedAt] IS NULL AND [RejectedAt] IS NULL))), CONSTRAINT [CK_CompanySwitchRequest_Approved] CHECK ((([ApprovedByUserID] IS NULL AND [ApprovedAt] IS NULL) OR ([ApprovedByUserID] IS NOT NULL AND [ApprovedAt] IS NOT NULL))), CONSTRAINT [CK_CompanySwitchRequest_Rejected] CHECK ((([RejectedByUserID] IS NULL AND [RejectedAt] IS NULL) OR ([RejectedByUserID] IS NOT NULL AND [RejectedAt] IS NOT NULL))), CONSTRAINT [CK_CompanySwitchRequest_Companies] CHECK (([FromCompanyID] IS NULL OR NOT ([FromCompanyID] = ([ToCompanyID]) AND [FromCompanyID] IS NOT NULL))), CONSTRAINT [CK_CompanySwitchRequest_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanySwitchRequest_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Request of a person to join a company (access request).', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who wants to join', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company the person comes from', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'FromCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company asked', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'ToCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Only access_request is written in this release', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the request', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who made the request', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'RequestedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the request was made', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'RequestedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the person wants to join', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'Reason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Requester''s verified mail domain equals the company''s verified domain', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'IsDomainMatch';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who admitted the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'ApprovedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person was admitted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'ApprovedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who refused the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'RejectedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person was refused', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'RejectedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the person was refused', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'RejectionReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Withdrawn by the requester', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'CancelledAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'CompanySwitchRequest', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [dbo].[UserCompany] ([UserCompanyID] bigint NOT NULL CONSTRAINT [PK_UserCompany] PRIMARY KEY IDENTITY (1, 1), [UserID] bigint NOT NULL, [CompanyID] bigint NOT NULL, [UserCompanyRoleID] bigint NOT NULL, [UserCompanyStatusID] bigint NOT NULL, [IsPrimaryCompany] bit CONSTRAINT [DF_UserCompany_IsPrimaryCompany] DEFAULT 0 NOT NULL, [JoinedDate] datetime2(6) CONSTRAINT [DF_UserCompany_JoinedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [JoinedViaID] bigint NOT NULL, [InvitedByUserID] bigint NULL, [InvitedDate] datetime2(6) NULL, [RemovedDate] datetime2(6) NULL, [RemovedByUserID] bigint NULL, [RemovalReason] nvarchar(500) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserCompany_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserCompany_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_UserCompany_Removal] CHECK (([RemovedDate] IS NOT NULL OR ([RemovedByUserID] IS NULL AND [RemovalReason] IS NULL))), CONSTRAINT [CK_UserCompany_Primary] CHECK (([IsPrimaryCompany] = 0 OR [RemovedDate] IS NULL)), CONSTRAINT [CK_UserCompany_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserCompany_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Membership of a person in a company; a removed one is revived, never duplicated.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserCompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The member', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company the person belongs to', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Role inside the company', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserCompanyRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the membership', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UserCompanyStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Opened at sign-in', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'IsPrimaryCompany';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person joined, last time', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'JoinedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How the membership arose', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'JoinedViaID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who invited the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'InvitedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the person was invited', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'InvitedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Cleared when revived; the past is in history', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RemovedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who removed the person', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RemovedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why the person was removed', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'RemovalReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserCompany', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [django].[django_content_type] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [app_label] nvarchar(100) NOT NULL, [model] nvarchar(100) NOT NULL);
GO
CREATE TABLE [django].[django_celery_beat_clockedschedule] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [clocked_time] datetime2(6) NOT NULL);
GO
CREATE TABLE [django].[django_celery_beat_crontabschedule] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [minute] nvarchar(240) NOT NULL, [hour] nvarchar(96) NOT NULL, [day_of_week] nvarchar(64) NOT NULL, [day_of_month] nvarchar(124) NOT NULL, [month_of_year] nvarchar(64) NOT NULL, [timezone] nvarchar(63) NOT NULL);
GO
CREATE TABLE [django].[django_celery_beat_intervalschedule] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [every] int NOT NULL, [period] nvarchar(24) NOT NULL);
GO
CREATE TABLE [django].[django_celery_beat_periodictask] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [name] nvarchar(200) NOT NULL UNIQUE, [task] nvarchar(200) NOT NULL, [args] nvarchar(max) NOT NULL, [kwargs] nvarchar(max) NOT NULL, [queue] nvarchar(200) NULL, [exchange] nvarchar(200) NULL, [routing_key] nvarchar(200) NULL, [expires] datetime2(6) NULL, [enabled] bit NOT NULL, [last_run_at] datetime2(6) NULL, [total_run_count] int NOT NULL CONSTRAINT [django_celery_beat_periodictask_total_run_count_cf45f5ae_check] CHECK ([total_run_count] >= 0), [date_changed] datetime2(6) NOT NULL, [description] nvarchar(max) NOT NULL, [crontab_id] int NULL, [interval_id] int NULL, [solar_id] int NULL, [one_off] bit NOT NULL, [start_time] datetime2(6) NULL, [priority] int NULL CONSTRAINT [django_celery_beat_periodictask_priority_ce610ce3_check] CHECK ([priority] >= 0), [headers] nvarchar(max) NOT NULL, [clocked_id] int NULL, [expire_seconds] int NULL CONSTRAINT [django_celery_beat_periodictask_expire_seconds_c2a38021_check] CHECK ([expire_seconds] >= 0));
GO
CREATE TABLE [django].[django_celery_beat_periodictasks] ([ident] smallint NOT NULL PRIMARY KEY, [last_update] datetime2(6) NOT NULL);
GO
CREATE TABLE [django].[django_celery_beat_solarschedule] ([id] int NOT NULL PRIMARY KEY IDENTITY (1, 1), [event] nvarchar(24) NOT NULL, [latitude] numeric(9, 6) NOT NULL, [longitude] numeric(9, 6) NOT NULL);
GO
CREATE TABLE [dbo].[UserInvitation] ([UserInvitationID] bigint NOT NULL CONSTRAINT [PK_UserInvitation] PRIMARY KEY IDENTITY (1, 1), [CompanyID] bigint NOT NULL, [InvitedByUserID] bigint NOT NULL, [InvitedEmail] nvarchar(255) NOT NULL, [FirstName] nvarchar(100) NOT NULL, [LastName] nvarchar(100) NOT NULL, [UserCompanyRoleID] bigint NOT NULL, [TokenHash] nvarchar(64) NOT NULL, [UserInvitationStatusID] bigint NOT NULL, [InvitedAt] datetime2(6) CONSTRAINT [DF_UserInvitation_InvitedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL, [ExpiresAt] datetime2(6) NOT NULL, [AcceptedAt] datetime2(6) NULL, [AcceptedByUserID] bigint NULL, [DeclinedAt] datetime2(6) NULL, [DeclineReason] nvarchar(500) NULL, [CancelledAt] datetime2(6) NULL, [CancelledByUserID] bigint NULL, [CancellationReason] nvarchar(500) NULL, [ExpiredAt] datetime2(6) NULL, [ResendCount] int CONSTRAINT [DF_UserInvitation_ResendCount] DEFAULT 0 NOT NULL, [LastResentAt] datetime2(6) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserInvitation_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserInvitation_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [UQ_UserInvitation_TokenHash] UNIQUE ([TokenHash]), CONSTRAINT [CK_UserInvitation_InvitedEmail] CHECK (([InvitedEmail] LIKE N'%_@_%._%' AND [InvitedEmail] NOT LIKE N'% %' AND [InvitedEmail] NOT LIKE N'%@%@%' AND [InvitedEmail] = LOWER([InvitedEmail]))), CONSTRAINT [CK_UserInvitation_ExpiresAt] CHECK ([ExpiresAt] > ([InvitedAt])), CONSTRAINT [CK_UserInvitation_Closed] CHECK ((([DeclinedAt] IS NULL AND [CancelledAt] IS NULL AND [ExpiredAt] IS NULL) OR ([AcceptedAt] IS NULL AND [CancelledAt] IS NULL AND [ExpiredAt] IS NULL) OR ([AcceptedAt] IS NULL AND [DeclinedAt] IS NULL AND [ExpiredAt] IS NULL) OR ([AcceptedAt] IS NULL AND [DeclinedAt] IS NULL AND [CancelledAt] IS NULL))), CONSTRAINT [CK_UserInvitation_ResendCount] CHECK ([ResendCount] >= 0), CONSTRAINT [CK_UserInvitation_TokenHash] CHECK (LEN([TokenHash]) = 64), CONSTRAINT [CK_UserInvitation_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserInvitation_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Invitation of an address to a company; a resend renews the token of the same row.', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'UserInvitationID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company that invites', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who invited', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'InvitedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Invited address, trimmed and in lower case', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'InvitedEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Given name of the invitee', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'FirstName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Family name of the invitee', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'LastName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Role given on acceptance', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'UserCompanyRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SHA-256 of the mailed token', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'TokenHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the invitation', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'UserInvitationStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the invitation was made', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'InvitedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The invitation can be accepted before this instant', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'ExpiresAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was accepted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'AcceptedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account that accepted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'AcceptedByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was declined', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'DeclinedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why it was declined', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'DeclineReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the company withdrew it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'CancelledAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who withdrew it', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'CancelledByUserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why it was withdrawn', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'CancellationReason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Written when expiry is materialised; cleared by a resend', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'ExpiredAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often it was sent again', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'ResendCount';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was last sent again', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'LastResentAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'UserInvitation', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [log].[ApiRequest] ([ApiRequestID] bigint NOT NULL CONSTRAINT [PK_ApiRequest] PRIMARY KEY IDENTITY (1, 1), [RequestID] nvarchar(64) NOT NULL, [Method] nvarchar(10) NOT NULL, [Path] nvarchar(500) NOT NULL, [QueryParams] nvarchar(max) NULL CONSTRAINT [CK_ApiRequest_QueryParamsJson] CHECK (ISJSON([QueryParams]) = 1), [StatusCode] int NOT NULL, [DurationMs] int NOT NULL, [UserID] bigint NULL, [CompanyID] bigint NULL, [IPAddressHash] nvarchar(64) NULL, [UserAgent] nvarchar(500) NULL, [RequestPayload] nvarchar(max) NULL, [ResponsePayload] nvarchar(max) NULL, [Headers] nvarchar(max) NULL CONSTRAINT [CK_ApiRequest_HeadersJson] CHECK (ISJSON([Headers]) = 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_ApiRequest_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [CK_ApiRequest_Numbers] CHECK (([DurationMs] >= 0 AND [StatusCode] >= 100 AND [StatusCode] <= 599)));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One row per HTTP request, written in batches off the request path.', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'ApiRequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the request', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'HTTP method', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'Method';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Path without the query', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'Path';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Query parameters, redacted', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'QueryParams';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'HTTP status of the response', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'StatusCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Time until the response was ready, in milliseconds', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'DurationMs';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who asked; empty = visitor', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Active company of the person', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'HMAC-SHA-256 of the client''s address', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'IPAddressHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent, cut to fit', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'RequestPayload';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Response body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'ResponsePayload';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Request headers, redacted', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'Headers';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApiRequest', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [log].[ApplicationError] ([ApplicationErrorID] bigint NOT NULL CONSTRAINT [PK_ApplicationError] PRIMARY KEY IDENTITY (1, 1), [ErrorType] nvarchar(200) NOT NULL, [ErrorMessage] nvarchar(max) NOT NULL, [StackTrace] nvarchar(max) NULL, [Severity] nvarchar(20) NOT NULL, [RequestID] nvarchar(64) NULL, [Path] nvarchar(500) NULL, [Method] nvarchar(10) NULL, [UserID] bigint NULL, [CompanyID] bigint NULL, [IPAddressHash] nvarchar(64) NULL, [UserAgent] nvarchar(500) NULL, [AdditionalData] nvarchar(max) NULL CONSTRAINT [CK_ApplicationError_AdditionalDataJson] CHECK (ISJSON([AdditionalData]) = 1), [CreatedDate] datetime2(6) CONSTRAINT [DF_ApplicationError_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [CK_ApplicationError_Severity] CHECK ([Severity] IN (N'warning', N'error', N'critical')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unhandled exceptions and failed requests, with secrets removed.', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'ApplicationErrorID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Class of the exception, or code of the failure', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'ErrorType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Message, redacted', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'ErrorMessage';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Stack trace, redacted', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'StackTrace';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'warning, error or critical', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'Severity';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the work', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Path of the request, or name of the task', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'Path';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'HTTP method', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'Method';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person whose work failed', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Active company of the person', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'HMAC-SHA-256 of the client''s address', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'IPAddressHash';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent, cut to fit', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Further facts, redacted', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'AdditionalData';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'ApplicationError', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [log].[AuthEvent] ([AuthEventID] bigint NOT NULL CONSTRAINT [PK_AuthEvent] PRIMARY KEY IDENTITY (1, 1), [EventType] nvarchar(50) NOT NULL, [IsSuccess] bit NOT NULL, [UserID] bigint NULL, [Email] nvarchar(255) NULL, [Reason] nvarchar(255) NULL, [Details] nvarchar(max) NULL CONSTRAINT [CK_AuthEvent_DetailsJson] CHECK (ISJSON([Details]) = 1), [SessionID] nvarchar(64) NULL, [IPAddress] nvarchar(45) NULL, [UserAgent] nvarchar(500) NULL, [RequestID] nvarchar(64) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_AuthEvent_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [CK_AuthEvent_EventType] CHECK ([EventType] IN (N'SIGNUP', N'SIGNUP_FAILED', N'EMAIL_VERIFIED', N'EMAIL_VERIFICATION_RESENT', N'EMAIL_VERIFICATION_FAILED', N'LOGIN_SUCCESS', N'LOGIN_FAILED', N'ACCOUNT_LOCKED', N'ACCOUNT_UNLOCKED', N'TOKEN_REFRESH', N'TOKEN_REFRESH_FAILED', N'TOKEN_REUSE_DETECTED', N'LOGOUT', N'SESSIONS_REVOKED', N'PASSWORD_RESET_REQUESTED', N'PASSWORD_RESET_COMPLETED', N'PASSWORD_RESET_FAILED', N'PASSWORD_CHANGED', N'PASSWORD_CHANGE_FAILED', N'RATE_LIMIT_EXCEEDED', N'PASSKEY_ADDED', N'PASSKEY_REMOVED', N'SECOND_FACTOR_ENROLLED', N'SECOND_FACTOR_REMOVED', N'SECOND_FACTOR_RESET', N'SECOND_FACTOR_FAILED', N'RECOVERY_CODES_RENEWED', N'RECOVERY_CODE_USED', N'EMAIL_CHANGE_REQUESTED', N'EMAIL_CHANGE_FAILED', N'EMAIL_CHANGE_CANCELLED', N'EMAIL_CHANGED', N'ACCOUNT_CLOSED', N'ACCOUNT_CLOSE_FAILED', N'ACCOUNT_REOPENED')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Authentication events (security evidence).', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'AuthEventID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What happened, UPPER_SNAKE', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'EventType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The attempt succeeded', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'IsSuccess';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account concerned; empty = unknown address', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Attempted address, known or not', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'Email';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Code, then free detail; cut to fit', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'Reason';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Further facts, redacted', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'Details';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Token family or hash of the browser session key', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'SessionID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Raw address of the client', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'IPAddress';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'User agent, cut to fit', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'UserAgent';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the work', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'AuthEvent', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [log].[EmailDelivery] ([EmailDeliveryID] bigint NOT NULL CONSTRAINT [PK_EmailDelivery] PRIMARY KEY IDENTITY (1, 1), [EmailType] nvarchar(50) NOT NULL, [TemplateData] nvarchar(max) NOT NULL CONSTRAINT [CK_EmailDelivery_TemplateDataJson] CHECK (ISJSON([TemplateData]) = 1), [RecipientEmail] nvarchar(255) NOT NULL, [Subject] nvarchar(255) NOT NULL, [Status] nvarchar(20) CONSTRAINT [DF_EmailDelivery_Status] DEFAULT N'pending' NOT NULL, [RetryCount] int CONSTRAINT [DF_EmailDelivery_RetryCount] DEFAULT 0 NOT NULL, [NextAttemptAt] datetime2(6) NULL, [ClaimedAt] datetime2(6) NULL, [ProviderMessageID] nvarchar(255) NULL, [ProviderResponse] nvarchar(max) NULL, [ErrorMessage] nvarchar(1000) NULL, [SentAt] datetime2(6) NULL, [DeliveredAt] datetime2(6) NULL, [OpenedAt] datetime2(6) NULL, [ClickedAt] datetime2(6) NULL, [UserID] bigint NULL, [CompanyID] bigint NULL, [RequestID] nvarchar(64) NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_EmailDelivery_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, CONSTRAINT [CK_EmailDelivery_Status] CHECK ([Status] IN (N'pending', N'sending', N'sent', N'delivered', N'bounced', N'failed', N'cancelled')), CONSTRAINT [CK_EmailDelivery_RetryCount] CHECK ([RetryCount] >= 0));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Mail outbox and delivery record: the pending row commits with the change that causes it.', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'EmailDeliveryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Template code', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'EmailType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Variables; a link is stored as {purpose, nonce}, its token is derived when the mail is rendered', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'TemplateData';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address of the recipient', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'RecipientEmail';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Subject line', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'Subject';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'State of the delivery', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'Status';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Retries so far', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'RetryCount';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the next try; empty once final', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'NextAttemptAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant a sender took it; an old claim is stranded', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'ClaimedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Identifier the mail provider gave', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'ProviderMessageID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Answer of the mail provider', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'ProviderResponse';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Last failure, cut to fit', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'ErrorMessage';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the provider took it', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'SentAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the provider reported delivery', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'DeliveredAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the provider reported an opening', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'OpenedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the provider reported a click', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'ClickedAt';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account of the recipient', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'UserID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company the mail is about', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'X-Request-ID of the work', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'RequestID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was written, UTC', @level0type = N'SCHEMA', @level0name = N'log', @level1type = N'TABLE', @level1name = N'EmailDelivery', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
CREATE TABLE [ref].[CompanyRelationshipStatus] ([CompanyRelationshipStatusID] bigint NOT NULL CONSTRAINT [PK_CompanyRelationshipStatus] PRIMARY KEY IDENTITY (1, 1), [CompanyRelationshipStatusCode] nvarchar(50) NOT NULL, [CompanyRelationshipStatusName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyRelationshipStatus_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyRelationshipStatus_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [BadgeTone] nvarchar(20) CONSTRAINT [DF_CompanyRelationshipStatus_BadgeTone] DEFAULT N'neutral' NOT NULL, [IsFinalState] bit CONSTRAINT [DF_CompanyRelationshipStatus_IsFinalState] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_CompanyRelationshipStatus_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_CompanyRelationshipStatus_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_CompanyRelationshipStatus_CompanyRelationshipStatusCode] UNIQUE ([CompanyRelationshipStatusCode]), CONSTRAINT [CK_CompanyRelationshipStatus_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyRelationshipStatus_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))), CONSTRAINT [CK_CompanyRelationshipStatus_BadgeTone] CHECK ([BadgeTone] IN (N'neutral', N'info', N'success', N'warning', N'danger')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Life cycle of a company link.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipStatusCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipStatusName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Tone of the badge: neutral, info, success, warning or danger', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'BadgeTone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'No way out of this state', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'IsFinalState';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipStatus', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[CompanyRelationshipType] ([CompanyRelationshipTypeID] bigint NOT NULL CONSTRAINT [PK_CompanyRelationshipType] PRIMARY KEY IDENTITY (1, 1), [CompanyRelationshipTypeCode] nvarchar(50) NOT NULL, [CompanyRelationshipTypeName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyRelationshipType_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyRelationshipType_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsHierarchical] bit CONSTRAINT [DF_CompanyRelationshipType_IsHierarchical] DEFAULT 0 NOT NULL, [ParentLabel] nvarchar(50) NOT NULL, [ChildLabel] nvarchar(50) NOT NULL, [IsActive] bit CONSTRAINT [DF_CompanyRelationshipType_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_CompanyRelationshipType_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_CompanyRelationshipType_CompanyRelationshipTypeCode] UNIQUE ([CompanyRelationshipTypeCode]), CONSTRAINT [CK_CompanyRelationshipType_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyRelationshipType_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kinds of link between two companies.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'CompanyRelationshipTypeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Directed from parent to child, at most one parent per child', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'IsHierarchical';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Badge of the parent side', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'ParentLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Badge of the child side', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'ChildLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanyRelationshipType', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[CompanySwitchRequestStatus] ([CompanySwitchRequestStatusID] bigint NOT NULL CONSTRAINT [PK_CompanySwitchRequestStatus] PRIMARY KEY IDENTITY (1, 1), [CompanySwitchRequestStatusCode] nvarchar(50) NOT NULL, [CompanySwitchRequestStatusName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanySwitchRequestStatus_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanySwitchRequestStatus_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [BadgeTone] nvarchar(20) CONSTRAINT [DF_CompanySwitchRequestStatus_BadgeTone] DEFAULT N'neutral' NOT NULL, [IsFinalState] bit CONSTRAINT [DF_CompanySwitchRequestStatus_IsFinalState] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_CompanySwitchRequestStatus_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_CompanySwitchRequestStatus_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_CompanySwitchRequestStatus_CompanySwitchRequestStatusCode] UNIQUE ([CompanySwitchRequestStatusCode]), CONSTRAINT [CK_CompanySwitchRequestStatus_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanySwitchRequestStatus_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))), CONSTRAINT [CK_CompanySwitchRequestStatus_BadgeTone] CHECK ([BadgeTone] IN (N'neutral', N'info', N'success', N'warning', N'danger')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Life cycle of a request to join a company.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestStatusCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestStatusName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Tone of the badge: neutral, info, success, warning or danger', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'BadgeTone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'No way out of this state', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'IsFinalState';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestStatus', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[CompanySwitchRequestType] ([CompanySwitchRequestTypeID] bigint NOT NULL CONSTRAINT [PK_CompanySwitchRequestType] PRIMARY KEY IDENTITY (1, 1), [CompanySwitchRequestTypeCode] nvarchar(50) NOT NULL, [CompanySwitchRequestTypeName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanySwitchRequestType_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanySwitchRequestType_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsActive] bit CONSTRAINT [DF_CompanySwitchRequestType_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_CompanySwitchRequestType_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_CompanySwitchRequestType_CompanySwitchRequestTypeCode] UNIQUE ([CompanySwitchRequestTypeCode]), CONSTRAINT [CK_CompanySwitchRequestType_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanySwitchRequestType_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kinds of request to join a company.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'CompanySwitchRequestTypeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CompanySwitchRequestType', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[Country] ([CountryID] bigint NOT NULL CONSTRAINT [PK_Country] PRIMARY KEY IDENTITY (1, 1), [CountryCode] nvarchar(2) NOT NULL, [CountryName] nvarchar(100) NOT NULL, [PhonePrefix] nvarchar(10) NOT NULL, [CurrencyCode] nvarchar(3) NOT NULL, [CurrencySymbol] nvarchar(5) NOT NULL, [CurrencyName] nvarchar(100) NOT NULL, [TaxRate] numeric(7, 4) NULL, [TaxName] nvarchar(50) NULL, [IsTaxInclusive] bit CONSTRAINT [DF_Country_IsTaxInclusive] DEFAULT 0 NOT NULL, [TaxNumberLabel] nvarchar(50) NULL, [PostalCodeLabel] nvarchar(50) CONSTRAINT [DF_Country_PostalCodeLabel] DEFAULT N'Postcode' NOT NULL, [StateLabel] nvarchar(50) CONSTRAINT [DF_Country_StateLabel] DEFAULT N'State' NOT NULL, [SubdivisionsJson] nvarchar(max) NULL CONSTRAINT [CK_Country_SubdivisionsJsonJson] CHECK (ISJSON([SubdivisionsJson]) = 1), [CompanyValidationProvider] nvarchar(50) NULL, [AddressValidationProvider] nvarchar(50) NULL, [IntegrationConfig] nvarchar(max) NULL CONSTRAINT [CK_Country_IntegrationConfigJson] CHECK (ISJSON([IntegrationConfig]) = 1), [IsActive] bit CONSTRAINT [DF_Country_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_Country_SortOrder] DEFAULT 999 NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_Country_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_Country_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [UQ_Country_CountryCode] UNIQUE ([CountryCode]), CONSTRAINT [CK_Country_CountryCode] CHECK ([CountryCode] COLLATE Latin1_General_100_BIN2 LIKE N'[A-Z][A-Z]'), CONSTRAINT [CK_Country_CurrencyCode] CHECK ([CurrencyCode] COLLATE Latin1_General_100_BIN2 LIKE N'[A-Z][A-Z][A-Z]'), CONSTRAINT [CK_Country_TaxRate] CHECK (([TaxRate] IS NULL OR ([TaxRate] >= 0 AND [TaxRate] <= 1))), CONSTRAINT [CK_Country_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_Country_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Countries with currency, tax, labels, subdivisions and provider settings.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 3166-1 alpha-2 code; never changes', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CountryCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CountryName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'International dialling prefix with its plus sign', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'PhonePrefix';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 4217 code of the currency', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CurrencyCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Symbol written before amounts', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CurrencySymbol';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the currency', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CurrencyName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Sales tax as a fraction, 0.1000 = ten percent; empty = varies inside the country', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'TaxRate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the sales tax, GST or VAT', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'TaxName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Shown prices contain the tax', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IsTaxInclusive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the country calls its business number', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'TaxNumberLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the country calls its postal code', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'PostalCodeLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the country calls its subdivisions', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'StateLabel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'List of {code, isoCode, name, category}; isoCode is ISO 3166-2', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'SubdivisionsJson';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Business register adapter (ABR); empty = no company search', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CompanyValidationProvider';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Address adapter (Geoscape); empty = addresses are not checked', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'AddressValidationProvider';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Provider end points, never credentials', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IntegrationConfig';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Country', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [ref].[CustomerTier] ([CustomerTierID] bigint NOT NULL CONSTRAINT [PK_CustomerTier] PRIMARY KEY IDENTITY (1, 1), [CustomerTierCode] nvarchar(50) NOT NULL, [CustomerTierName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CustomerTier_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CustomerTier_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [CurrencyCode] nvarchar(3) CONSTRAINT [DF_CustomerTier_CurrencyCode] DEFAULT N'AUD' NOT NULL, [MonthlyPrice] numeric(10, 2) NULL, [AnnualPrice] numeric(10, 2) NULL, [MaxUsers] int NULL, [MaxForms] int NULL, [MaxSubmissionsPerMonth] int NULL, [IsActive] bit CONSTRAINT [DF_CustomerTier_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_CustomerTier_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_CustomerTier_CustomerTierCode] UNIQUE ([CustomerTierCode]), CONSTRAINT [CK_CustomerTier_Prices] CHECK ((([MonthlyPrice] IS NULL OR [MonthlyPrice] >= 0) AND ([AnnualPrice] IS NULL OR [AnnualPrice] >= 0))), CONSTRAINT [CK_CustomerTier_Limits] CHECK ((([MaxUsers] IS NULL OR [MaxUsers] >= 0) AND ([MaxForms] IS NULL OR [MaxForms] >= 0) AND ([MaxSubmissionsPerMonth] IS NULL OR [MaxSubmissionsPerMonth] >= 0))), CONSTRAINT [CK_CustomerTier_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CustomerTier_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Subscription tiers; limits are not enforced in this release.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CustomerTierID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CustomerTierCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CustomerTierName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 4217 code of both prices', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'CurrencyCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Price a month; empty = negotiated', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MonthlyPrice';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Price a year; empty = negotiated', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'AnnualPrice';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most members; empty = unlimited', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MaxUsers';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most forms; empty = unlimited', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MaxForms';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most form submissions a month; empty = unlimited', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'MaxSubmissionsPerMonth';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'CustomerTier', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[FontSize] ([FontSizeID] bigint NOT NULL CONSTRAINT [PK_FontSize] PRIMARY KEY IDENTITY (1, 1), [FontSizeCode] nvarchar(50) NOT NULL, [FontSizeName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_FontSize_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_FontSize_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [CssClass] nvarchar(50) NOT NULL, [BaseFontSize] int NOT NULL, [IsActive] bit CONSTRAINT [DF_FontSize_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_FontSize_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_FontSize_FontSizeCode] UNIQUE ([FontSizeCode]), CONSTRAINT [CK_FontSize_BaseFontSize] CHECK ([BaseFontSize] > 0), CONSTRAINT [CK_FontSize_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_FontSize_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Base text sizes.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'FontSizeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'FontSizeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'FontSizeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Class set on the page', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'CssClass';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Base text size in pixels', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'BaseFontSize';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'FontSize', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[Industry] ([IndustryID] bigint NOT NULL CONSTRAINT [PK_Industry] PRIMARY KEY IDENTITY (1, 1), [IndustryCode] nvarchar(50) NOT NULL, [IndustryName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_Industry_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_Industry_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsActive] bit CONSTRAINT [DF_Industry_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_Industry_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_Industry_IndustryCode] UNIQUE ([IndustryCode]), CONSTRAINT [CK_Industry_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_Industry_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Industries a company or person works in.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IndustryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IndustryCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IndustryName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Industry', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[JoinedVia] ([JoinedViaID] bigint NOT NULL CONSTRAINT [PK_JoinedVia] PRIMARY KEY IDENTITY (1, 1), [JoinedViaCode] nvarchar(50) NOT NULL, [JoinedViaName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_JoinedVia_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_JoinedVia_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsActive] bit CONSTRAINT [DF_JoinedVia_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_JoinedVia_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_JoinedVia_JoinedViaCode] UNIQUE ([JoinedViaCode]), CONSTRAINT [CK_JoinedVia_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_JoinedVia_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How a membership arose.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'JoinedViaID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'JoinedViaCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'JoinedViaName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'JoinedVia', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[Language] ([LanguageID] bigint NOT NULL CONSTRAINT [PK_Language] PRIMARY KEY IDENTITY (1, 1), [LanguageCode] nvarchar(10) NOT NULL, [LanguageName] nvarchar(100) NOT NULL, [NativeName] nvarchar(100) NOT NULL, [IsActive] bit CONSTRAINT [DF_Language_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_Language_SortOrder] DEFAULT 999 NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_Language_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_Language_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [UQ_Language_LanguageCode] UNIQUE ([LanguageCode]), CONSTRAINT [CK_Language_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_Language_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Languages of the interface.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'LanguageID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'BCP 47 tag; never changes', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'LanguageCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name in English', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'LanguageName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name in the language itself', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'NativeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'Language', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [ref].[LayoutDensity] ([LayoutDensityID] bigint NOT NULL CONSTRAINT [PK_LayoutDensity] PRIMARY KEY IDENTITY (1, 1), [LayoutDensityCode] nvarchar(50) NOT NULL, [LayoutDensityName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_LayoutDensity_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_LayoutDensity_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [CssClass] nvarchar(50) NOT NULL, [IsActive] bit CONSTRAINT [DF_LayoutDensity_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_LayoutDensity_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_LayoutDensity_LayoutDensityCode] UNIQUE ([LayoutDensityCode]), CONSTRAINT [CK_LayoutDensity_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_LayoutDensity_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Spacing of the interface.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'LayoutDensityID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'LayoutDensityCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'LayoutDensityName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Class set on the page', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'CssClass';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'LayoutDensity', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[RuleType] ([RuleTypeID] bigint NOT NULL CONSTRAINT [PK_RuleType] PRIMARY KEY IDENTITY (1, 1), [RuleTypeCode] nvarchar(50) NOT NULL, [RuleTypeName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_RuleType_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_RuleType_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsActive] bit CONSTRAINT [DF_RuleType_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_RuleType_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_RuleType_RuleTypeCode] UNIQUE ([RuleTypeCode]), CONSTRAINT [CK_RuleType_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_RuleType_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kinds of validation rule.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'RuleTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'RuleTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'RuleTypeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'RuleType', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[SettingCategory] ([SettingCategoryID] bigint NOT NULL CONSTRAINT [PK_SettingCategory] PRIMARY KEY IDENTITY (1, 1), [SettingCategoryCode] nvarchar(50) NOT NULL, [SettingCategoryName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_SettingCategory_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_SettingCategory_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [IsActive] bit CONSTRAINT [DF_SettingCategory_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_SettingCategory_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_SettingCategory_SettingCategoryCode] UNIQUE ([SettingCategoryCode]), CONSTRAINT [CK_SettingCategory_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_SettingCategory_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Groups of settings in the back office.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'SettingCategoryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'SettingCategoryCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'SettingCategoryName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingCategory', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[SettingType] ([SettingTypeID] bigint NOT NULL CONSTRAINT [PK_SettingType] PRIMARY KEY IDENTITY (1, 1), [SettingTypeCode] nvarchar(50) NOT NULL, [SettingTypeName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_SettingType_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_SettingType_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [ValidationPattern] nvarchar(200) NULL, [IsActive] bit CONSTRAINT [DF_SettingType_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_SettingType_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_SettingType_SettingTypeCode] UNIQUE ([SettingTypeCode]), CONSTRAINT [CK_SettingType_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_SettingType_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Data types of settings.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'SettingTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'SettingTypeCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'SettingTypeName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Full-match pattern of the stored text; empty = checked by a parser', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'ValidationPattern';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'SettingType', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[ThemePreference] ([ThemePreferenceID] bigint NOT NULL CONSTRAINT [PK_ThemePreference] PRIMARY KEY IDENTITY (1, 1), [ThemePreferenceCode] nvarchar(50) NOT NULL, [ThemePreferenceName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_ThemePreference_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_ThemePreference_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [CssClass] nvarchar(50) NOT NULL, [IsActive] bit CONSTRAINT [DF_ThemePreference_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_ThemePreference_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_ThemePreference_ThemePreferenceCode] UNIQUE ([ThemePreferenceCode]), CONSTRAINT [CK_ThemePreference_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_ThemePreference_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Colour themes.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'ThemePreferenceID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'ThemePreferenceCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'ThemePreferenceName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Class set on the page', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'CssClass';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'ThemePreference', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[UserCompanyRole] ([UserCompanyRoleID] bigint NOT NULL CONSTRAINT [PK_UserCompanyRole] PRIMARY KEY IDENTITY (1, 1), [UserCompanyRoleCode] nvarchar(50) NOT NULL, [UserCompanyRoleName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserCompanyRole_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserCompanyRole_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [RoleLevel] int NOT NULL, [CanManageCompany] bit CONSTRAINT [DF_UserCompanyRole_CanManageCompany] DEFAULT 0 NOT NULL, [CanManageUsers] bit CONSTRAINT [DF_UserCompanyRole_CanManageUsers] DEFAULT 0 NOT NULL, [CanManageEvents] bit CONSTRAINT [DF_UserCompanyRole_CanManageEvents] DEFAULT 0 NOT NULL, [CanManageForms] bit CONSTRAINT [DF_UserCompanyRole_CanManageForms] DEFAULT 0 NOT NULL, [CanExportData] bit CONSTRAINT [DF_UserCompanyRole_CanExportData] DEFAULT 0 NOT NULL, [CanViewReports] bit CONSTRAINT [DF_UserCompanyRole_CanViewReports] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_UserCompanyRole_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_UserCompanyRole_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_UserCompanyRole_UserCompanyRoleCode] UNIQUE ([UserCompanyRoleCode]), CONSTRAINT [CK_UserCompanyRole_RoleLevel] CHECK ([RoleLevel] > 0), CONSTRAINT [CK_UserCompanyRole_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserCompanyRole_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Roles inside one company.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'UserCompanyRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'UserCompanyRoleCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'UserCompanyRoleName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rank of the role; bigger = more power', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'RoleLevel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May change the company and its settings', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CanManageCompany';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May invite, change and remove members', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CanManageUsers';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May create and change events', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CanManageEvents';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May create and change forms', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CanManageForms';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May export data', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CanExportData';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May read reports', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'CanViewReports';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyRole', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[UserCompanyStatus] ([UserCompanyStatusID] bigint NOT NULL CONSTRAINT [PK_UserCompanyStatus] PRIMARY KEY IDENTITY (1, 1), [UserCompanyStatusCode] nvarchar(50) NOT NULL, [UserCompanyStatusName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserCompanyStatus_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserCompanyStatus_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [BadgeTone] nvarchar(20) CONSTRAINT [DF_UserCompanyStatus_BadgeTone] DEFAULT N'neutral' NOT NULL, [AllowAccess] bit CONSTRAINT [DF_UserCompanyStatus_AllowAccess] DEFAULT 0 NOT NULL, [IsFinalState] bit CONSTRAINT [DF_UserCompanyStatus_IsFinalState] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_UserCompanyStatus_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_UserCompanyStatus_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_UserCompanyStatus_UserCompanyStatusCode] UNIQUE ([UserCompanyStatusCode]), CONSTRAINT [CK_UserCompanyStatus_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserCompanyStatus_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))), CONSTRAINT [CK_UserCompanyStatus_BadgeTone] CHECK ([BadgeTone] IN (N'neutral', N'info', N'success', N'warning', N'danger')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Membership states.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'UserCompanyStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'UserCompanyStatusCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'UserCompanyStatusName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Tone of the badge: neutral, info, success, warning or danger', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'BadgeTone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The member may act in the company', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'AllowAccess';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'No way out of this state', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'IsFinalState';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserCompanyStatus', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[UserInvitationStatus] ([UserInvitationStatusID] bigint NOT NULL CONSTRAINT [PK_UserInvitationStatus] PRIMARY KEY IDENTITY (1, 1), [UserInvitationStatusCode] nvarchar(50) NOT NULL, [UserInvitationStatusName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserInvitationStatus_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserInvitationStatus_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [BadgeTone] nvarchar(20) CONSTRAINT [DF_UserInvitationStatus_BadgeTone] DEFAULT N'neutral' NOT NULL, [CanResend] bit CONSTRAINT [DF_UserInvitationStatus_CanResend] DEFAULT 0 NOT NULL, [CanCancel] bit CONSTRAINT [DF_UserInvitationStatus_CanCancel] DEFAULT 0 NOT NULL, [IsFinalState] bit CONSTRAINT [DF_UserInvitationStatus_IsFinalState] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_UserInvitationStatus_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_UserInvitationStatus_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_UserInvitationStatus_UserInvitationStatusCode] UNIQUE ([UserInvitationStatusCode]), CONSTRAINT [CK_UserInvitationStatus_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserInvitationStatus_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))), CONSTRAINT [CK_UserInvitationStatus_BadgeTone] CHECK ([BadgeTone] IN (N'neutral', N'info', N'success', N'warning', N'danger')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Invitation life cycle.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'UserInvitationStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'UserInvitationStatusCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'UserInvitationStatusName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Tone of the badge: neutral, info, success, warning or danger', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'BadgeTone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The invitation may be sent again', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'CanResend';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The company may withdraw the invitation', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'CanCancel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'No way out of this state', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'IsFinalState';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserInvitationStatus', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[UserRole] ([UserRoleID] bigint NOT NULL CONSTRAINT [PK_UserRole] PRIMARY KEY IDENTITY (1, 1), [UserRoleCode] nvarchar(50) NOT NULL, [UserRoleName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserRole_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserRole_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [RoleLevel] int NOT NULL, [CanManagePlatform] bit CONSTRAINT [DF_UserRole_CanManagePlatform] DEFAULT 0 NOT NULL, [CanManageAllCompanies] bit CONSTRAINT [DF_UserRole_CanManageAllCompanies] DEFAULT 0 NOT NULL, [CanViewAllData] bit CONSTRAINT [DF_UserRole_CanViewAllData] DEFAULT 0 NOT NULL, [CanAssignSystemRoles] bit CONSTRAINT [DF_UserRole_CanAssignSystemRoles] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_UserRole_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_UserRole_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_UserRole_UserRoleCode] UNIQUE ([UserRoleCode]), CONSTRAINT [CK_UserRole_RoleLevel] CHECK ([RoleLevel] > 0), CONSTRAINT [CK_UserRole_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserRole_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Platform-wide roles.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'UserRoleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'UserRoleCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'UserRoleName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rank of the role; bigger = more power', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'RoleLevel';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May use the back office', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'CanManagePlatform';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May manage every company', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'CanManageAllCompanies';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May read the data of every company', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'CanViewAllData';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'May give platform-wide roles', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'CanAssignSystemRoles';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserRole', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [ref].[UserStatus] ([UserStatusID] bigint NOT NULL CONSTRAINT [PK_UserStatus] PRIMARY KEY IDENTITY (1, 1), [UserStatusCode] nvarchar(50) NOT NULL, [UserStatusName] nvarchar(100) NOT NULL, [Description] nvarchar(500) NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_UserStatus_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_UserStatus_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, [BadgeTone] nvarchar(20) CONSTRAINT [DF_UserStatus_BadgeTone] DEFAULT N'neutral' NOT NULL, [AllowLogin] bit CONSTRAINT [DF_UserStatus_AllowLogin] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_UserStatus_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_UserStatus_SortOrder] DEFAULT 999 NOT NULL, CONSTRAINT [UQ_UserStatus_UserStatusCode] UNIQUE ([UserStatusCode]), CONSTRAINT [CK_UserStatus_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_UserStatus_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))), CONSTRAINT [CK_UserStatus_BadgeTone] CHECK ([BadgeTone] IN (N'neutral', N'info', N'success', N'warning', N'danger')));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Account states.', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'UserStatusID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key; never changes and is never reused', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'UserStatusCode';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name shown to people', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'UserStatusName';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the value means', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Tone of the badge: neutral, info, success, warning or danger', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'BadgeTone';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Sign-in is possible in this state', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'AllowLogin';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Offered for new rows', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position in lists, smallest first', @level0type = N'SCHEMA', @level0name = N'ref', @level1type = N'TABLE', @level1name = N'UserStatus', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
CREATE TABLE [django].[django_session] ([session_key] nvarchar(40) NOT NULL PRIMARY KEY, [session_data] nvarchar(max) NOT NULL, [expire_date] datetime2(6) NOT NULL);
GO
CREATE TABLE [config].[AppSetting] ([AppSettingID] bigint NOT NULL CONSTRAINT [PK_AppSetting] PRIMARY KEY IDENTITY (1, 1), [SettingKey] nvarchar(100) NOT NULL, [SettingValue] nvarchar(max) NOT NULL, [SettingCategoryID] bigint NOT NULL, [SettingTypeID] bigint NOT NULL, [Description] nvarchar(500) NOT NULL, [DefaultValue] nvarchar(max) NOT NULL, [ValidationRegex] nvarchar(500) NULL, [MinValue] numeric(18, 2) NULL, [MaxValue] numeric(18, 2) NULL, [IsEditable] bit CONSTRAINT [DF_AppSetting_IsEditable] DEFAULT 1 NOT NULL, [IsPublic] bit CONSTRAINT [DF_AppSetting_IsPublic] DEFAULT 0 NOT NULL, [IsActive] bit CONSTRAINT [DF_AppSetting_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_AppSetting_SortOrder] DEFAULT 999 NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_AppSetting_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_AppSetting_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [UQ_AppSetting_SettingKey] UNIQUE ([SettingKey]), CONSTRAINT [CK_AppSetting_Range] CHECK (([MinValue] IS NULL OR [MaxValue] IS NULL OR [MinValue] <= ([MaxValue]))), CONSTRAINT [CK_AppSetting_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_AppSetting_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Business rules that administrators change at run time.', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'AppSettingID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key, UPPER_SNAKE; never changes', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Value in text form; true/false for boolean', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Group in the back office', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingCategoryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Data type of the value', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SettingTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the setting does, with its unit', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Value of a fresh installation, in text form', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'DefaultValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Pattern of the full value, on top of the type', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'ValidationRegex';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Smallest number accepted', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'MinValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Greatest number accepted', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'MaxValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Administrators may change the value', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsEditable';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Part of the public configuration', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsPublic';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Setting is in use', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Position inside its group, smallest first', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'AppSetting', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [config].[CompanyValidationRule] ([CompanyValidationRuleID] bigint NOT NULL CONSTRAINT [PK_CompanyValidationRule] PRIMARY KEY IDENTITY (1, 1), [CompanyID] bigint NOT NULL, [ValidationRuleID] bigint NOT NULL, [IsEnabled] bit CONSTRAINT [DF_CompanyValidationRule_IsEnabled] DEFAULT 1 NOT NULL, [SortOrderOverride] int NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_CompanyValidationRule_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_CompanyValidationRule_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_CompanyValidationRule_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_CompanyValidationRule_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Per-company choice among the country''s rules; no rows = all active rules.', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CompanyValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Company that chose', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CompanyID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rule of the company''s country, or worldwide', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The company accepts values of this rule', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'IsEnabled';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Order of trial in this company; empty = the rule''s own', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'SortOrderOverride';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'CompanyValidationRule', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
CREATE TABLE [config].[ValidationRule] ([ValidationRuleID] bigint NOT NULL CONSTRAINT [PK_ValidationRule] PRIMARY KEY IDENTITY (1, 1), [RuleKey] nvarchar(100) NOT NULL, [RuleTypeID] bigint NOT NULL, [CountryID] bigint NULL, [ValidationPattern] nvarchar(500) NOT NULL, [ValidationMessage] nvarchar(500) NOT NULL, [Description] nvarchar(500) NOT NULL, [ChecksumAlgorithm] nvarchar(20) NULL, [MinLength] int NULL, [MaxLength] int NULL, [ExampleValue] nvarchar(100) NOT NULL, [DisplayFormat] nvarchar(100) NULL, [DisplayExample] nvarchar(100) NULL, [IsPrefixStripped] bit CONSTRAINT [DF_ValidationRule_IsPrefixStripped] DEFAULT 0 NOT NULL, [SpacingPattern] nvarchar(50) NULL, [IsActive] bit CONSTRAINT [DF_ValidationRule_IsActive] DEFAULT 1 NOT NULL, [SortOrder] int CONSTRAINT [DF_ValidationRule_SortOrder] DEFAULT 999 NOT NULL, [CreatedDate] datetime2(6) CONSTRAINT [DF_ValidationRule_CreatedDate] DEFAULT (SYSUTCDATETIME()) NOT NULL, [CreatedBy] bigint NULL, [UpdatedDate] datetime2(6) NULL, [UpdatedBy] bigint NULL, [IsDeleted] bit CONSTRAINT [DF_ValidationRule_IsDeleted] DEFAULT 0 NOT NULL, [DeletedDate] datetime2(6) NULL, [DeletedBy] bigint NULL, CONSTRAINT [CK_ValidationRule_Lengths] CHECK ((([MinLength] IS NULL OR [MinLength] > 0) AND ([MaxLength] IS NULL OR [MaxLength] > 0) AND ([MinLength] IS NULL OR [MaxLength] IS NULL OR [MinLength] <= ([MaxLength])))), CONSTRAINT [CK_ValidationRule_DisplayFormat] CHECK (([DisplayFormat] IS NULL OR NOT ([DisplayFormat] = N'' AND [DisplayFormat] IS NOT NULL))), CONSTRAINT [CK_ValidationRule_ChecksumAlgorithm] CHECK (([ChecksumAlgorithm] IS NULL OR [ChecksumAlgorithm] IN (N'au.abn', N'au.acn'))), CONSTRAINT [CK_ValidationRule_SoftDelete] CHECK ((([DeletedDate] IS NOT NULL AND [IsDeleted] = 1) OR ([DeletedDate] IS NULL AND [IsDeleted] = 0))), CONSTRAINT [CK_ValidationRule_AuditDates] CHECK ((([UpdatedDate] IS NULL OR [UpdatedDate] >= ([CreatedDate])) AND ([DeletedDate] IS NULL OR [DeletedDate] >= ([CreatedDate])))));
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Format rules per country and type.', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Surrogate key', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationRuleID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Natural key, UPPER_SNAKE; never changes', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'RuleKey';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Kind of value the rule accepts', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'RuleTypeID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country of the rule; empty = worldwide', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'CountryID';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Full match on the normalised value', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationPattern';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Message to a person whose value fails', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ValidationMessage';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the rule accepts', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'Description';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Name of the python-stdnum module that tests the check digits', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ChecksumAlgorithm';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Fewest characters of the normalised value', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'MinLength';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Most characters of the normalised value', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'MaxLength';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A value that passes the rule', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'ExampleValue';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Local mask: X and 9 a digit, A a letter, others themselves', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'DisplayFormat';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The example as it is shown', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'DisplayExample';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Country prefix is dropped on display', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'IsPrefixStripped';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Groups of the local form; the last takes what remains', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'SpacingPattern';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Rule is applied', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'IsActive';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Order of trial, lowest first', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'SortOrder';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant the row was created, UTC', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'CreatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who created the row; empty for the system or the person''s own sign-up', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'CreatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the last change, UTC; empty = never', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'UpdatedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who changed the row last', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'UpdatedBy';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Row is soft-deleted', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'IsDeleted';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Instant of the soft deletion, UTC', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'DeletedDate';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Person who soft-deleted the row', @level0type = N'SCHEMA', @level0name = N'config', @level1type = N'TABLE', @level1name = N'ValidationRule', @level2type = N'COLUMN', @level2name = N'DeletedBy';
GO
ALTER TABLE [audit].[ActivityLog] ADD CONSTRAINT [FK_ActivityLog_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [audit].[ActivityLog] ADD CONSTRAINT [FK_ActivityLog_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[LegalHold] ADD CONSTRAINT [FK_LegalHold_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [audit].[LegalHold] ADD CONSTRAINT [FK_LegalHold_LegalHold_ReleasesLegalHoldID] FOREIGN KEY ([ReleasesLegalHoldID]) REFERENCES [audit].[LegalHold] ([LegalHoldID]);
GO
ALTER TABLE [audit].[LegalHold] ADD CONSTRAINT [FK_LegalHold_User_PlacedByUserID] FOREIGN KEY ([PlacedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[LegalHold] ADD CONSTRAINT [FK_LegalHold_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[RetentionRun] ADD CONSTRAINT [FK_RetentionRun_User_TriggeredByUserID] FOREIGN KEY ([TriggeredByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_UserCompanyRole_NewUserCompanyRoleID] FOREIGN KEY ([NewUserCompanyRoleID]) REFERENCES [ref].[UserCompanyRole] ([UserCompanyRoleID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_UserCompanyRole_OldUserCompanyRoleID] FOREIGN KEY ([OldUserCompanyRoleID]) REFERENCES [ref].[UserCompanyRole] ([UserCompanyRoleID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_UserCompany_UserCompanyID] FOREIGN KEY ([UserCompanyID]) REFERENCES [dbo].[UserCompany] ([UserCompanyID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_UserRole_NewUserRoleID] FOREIGN KEY ([NewUserRoleID]) REFERENCES [ref].[UserRole] ([UserRoleID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_UserRole_OldUserRoleID] FOREIGN KEY ([OldUserRoleID]) REFERENCES [ref].[UserRole] ([UserRoleID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[Role] ADD CONSTRAINT [FK_AuditRole_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[AppSetting] ADD CONSTRAINT [FK_AppSetting_SettingCategory_SettingCategoryID] FOREIGN KEY ([SettingCategoryID]) REFERENCES [ref].[SettingCategory] ([SettingCategoryID]);
GO
ALTER TABLE [config].[AppSetting] ADD CONSTRAINT [FK_AppSetting_SettingType_SettingTypeID] FOREIGN KEY ([SettingTypeID]) REFERENCES [ref].[SettingType] ([SettingTypeID]);
GO
ALTER TABLE [config].[AppSetting] ADD CONSTRAINT [FK_AppSetting_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[AppSetting] ADD CONSTRAINT [FK_AppSetting_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[AppSetting] ADD CONSTRAINT [FK_AppSetting_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[CompanyValidationRule] ADD CONSTRAINT [FK_CompanyValidationRule_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [config].[CompanyValidationRule] ADD CONSTRAINT [FK_CompanyValidationRule_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[CompanyValidationRule] ADD CONSTRAINT [FK_CompanyValidationRule_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[CompanyValidationRule] ADD CONSTRAINT [FK_CompanyValidationRule_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[CompanyValidationRule] ADD CONSTRAINT [FK_CompanyValidationRule_ValidationRule_ValidationRuleID] FOREIGN KEY ([ValidationRuleID]) REFERENCES [config].[ValidationRule] ([ValidationRuleID]);
GO
ALTER TABLE [config].[ValidationRule] ADD CONSTRAINT [FK_ValidationRule_Country_CountryID] FOREIGN KEY ([CountryID]) REFERENCES [ref].[Country] ([CountryID]);
GO
ALTER TABLE [config].[ValidationRule] ADD CONSTRAINT [FK_ValidationRule_RuleType_RuleTypeID] FOREIGN KEY ([RuleTypeID]) REFERENCES [ref].[RuleType] ([RuleTypeID]);
GO
ALTER TABLE [config].[ValidationRule] ADD CONSTRAINT [FK_ValidationRule_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[ValidationRule] ADD CONSTRAINT [FK_ValidationRule_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [config].[ValidationRule] ADD CONSTRAINT [FK_ValidationRule_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyBillingDetails] ADD CONSTRAINT [FK_CompanyBillingDetails_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyBillingDetails] ADD CONSTRAINT [FK_CompanyBillingDetails_Country_BillingCountryID] FOREIGN KEY ([BillingCountryID]) REFERENCES [ref].[Country] ([CountryID]);
GO
ALTER TABLE [dbo].[CompanyBillingDetails] ADD CONSTRAINT [FK_CompanyBillingDetails_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyBillingDetails] ADD CONSTRAINT [FK_CompanyBillingDetails_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyBillingDetails] ADD CONSTRAINT [FK_CompanyBillingDetails_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyCustomerDetails] ADD CONSTRAINT [FK_CompanyCustomerDetails_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyCustomerDetails] ADD CONSTRAINT [FK_CompanyCustomerDetails_CustomerTier_CustomerTierID] FOREIGN KEY ([CustomerTierID]) REFERENCES [ref].[CustomerTier] ([CustomerTierID]);
GO
ALTER TABLE [dbo].[CompanyCustomerDetails] ADD CONSTRAINT [FK_CompanyCustomerDetails_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyCustomerDetails] ADD CONSTRAINT [FK_CompanyCustomerDetails_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyCustomerDetails] ADD CONSTRAINT [FK_CompanyCustomerDetails_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyOrganizerDetails] ADD CONSTRAINT [FK_CompanyOrganizerDetails_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyOrganizerDetails] ADD CONSTRAINT [FK_CompanyOrganizerDetails_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyOrganizerDetails] ADD CONSTRAINT [FK_CompanyOrganizerDetails_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyOrganizerDetails] ADD CONSTRAINT [FK_CompanyOrganizerDetails_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_CompanyRelationshipStatus_Compa_98c16fd6] FOREIGN KEY ([CompanyRelationshipStatusID]) REFERENCES [ref].[CompanyRelationshipStatus] ([CompanyRelationshipStatusID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_CompanyRelationshipType_Company_0d4bea4f] FOREIGN KEY ([CompanyRelationshipTypeID]) REFERENCES [ref].[CompanyRelationshipType] ([CompanyRelationshipTypeID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_Company_ChildCompanyID] FOREIGN KEY ([ChildCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_Company_HigherCompanyID] FOREIGN KEY ([HigherCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_Company_LowerCompanyID] FOREIGN KEY ([LowerCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_Company_ParentCompanyID] FOREIGN KEY ([ParentCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_Company_ProposedByCompanyID] FOREIGN KEY ([ProposedByCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_Company_SuspendedByCompanyID] FOREIGN KEY ([SuspendedByCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_EstablishedByUserID] FOREIGN KEY ([EstablishedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_ProposedByUserID] FOREIGN KEY ([ProposedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_SuspendedByUserID] FOREIGN KEY ([SuspendedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_TerminatedByUserID] FOREIGN KEY ([TerminatedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanyRelationship] ADD CONSTRAINT [FK_CompanyRelationship_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_CompanySwitchRequestStatus_Com_8b30707e] FOREIGN KEY ([CompanySwitchRequestStatusID]) REFERENCES [ref].[CompanySwitchRequestStatus] ([CompanySwitchRequestStatusID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_CompanySwitchRequestType_Compa_51fc096e] FOREIGN KEY ([CompanySwitchRequestTypeID]) REFERENCES [ref].[CompanySwitchRequestType] ([CompanySwitchRequestTypeID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_Company_FromCompanyID] FOREIGN KEY ([FromCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_Company_ToCompanyID] FOREIGN KEY ([ToCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_ApprovedByUserID] FOREIGN KEY ([ApprovedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_RejectedByUserID] FOREIGN KEY ([RejectedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_RequestedByUserID] FOREIGN KEY ([RequestedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[CompanySwitchRequest] ADD CONSTRAINT [FK_CompanySwitchRequest_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_Company_ParentCompanyID] FOREIGN KEY ([ParentCompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_Country_CountryID] FOREIGN KEY ([CountryID]) REFERENCES [ref].[Country] ([CountryID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_Industry_IndustryID] FOREIGN KEY ([IndustryID]) REFERENCES [ref].[Industry] ([IndustryID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_User_FoundedByUserID] FOREIGN KEY ([FoundedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[Company] ADD CONSTRAINT [FK_Company_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserAuthenticator] ADD CONSTRAINT [FK_UserAuthenticator_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserAuthenticator] ADD CONSTRAINT [FK_UserAuthenticator_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserAuthenticator] ADD CONSTRAINT [FK_UserAuthenticator_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserAuthenticator] ADD CONSTRAINT [FK_UserAuthenticator_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_JoinedVia_JoinedViaID] FOREIGN KEY ([JoinedViaID]) REFERENCES [ref].[JoinedVia] ([JoinedViaID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_UserCompanyRole_UserCompanyRoleID] FOREIGN KEY ([UserCompanyRoleID]) REFERENCES [ref].[UserCompanyRole] ([UserCompanyRoleID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_UserCompanyStatus_UserCompanyStatusID] FOREIGN KEY ([UserCompanyStatusID]) REFERENCES [ref].[UserCompanyStatus] ([UserCompanyStatusID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_User_InvitedByUserID] FOREIGN KEY ([InvitedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_User_RemovedByUserID] FOREIGN KEY ([RemovedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserCompany] ADD CONSTRAINT [FK_UserCompany_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserEmailChangeToken] ADD CONSTRAINT [FK_UserEmailChangeToken_User_StartedByUserID] FOREIGN KEY ([StartedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserEmailChangeToken] ADD CONSTRAINT [FK_UserEmailChangeToken_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserEmailVerificationToken] ADD CONSTRAINT [FK_UserEmailVerificationToken_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserIndustry] ADD CONSTRAINT [FK_UserIndustry_Industry_IndustryID] FOREIGN KEY ([IndustryID]) REFERENCES [ref].[Industry] ([IndustryID]);
GO
ALTER TABLE [dbo].[UserIndustry] ADD CONSTRAINT [FK_UserIndustry_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserIndustry] ADD CONSTRAINT [FK_UserIndustry_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserIndustry] ADD CONSTRAINT [FK_UserIndustry_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserIndustry] ADD CONSTRAINT [FK_UserIndustry_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_UserCompanyRole_UserCompanyRoleID] FOREIGN KEY ([UserCompanyRoleID]) REFERENCES [ref].[UserCompanyRole] ([UserCompanyRoleID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_UserInvitationStatus_UserInvitationStatusID] FOREIGN KEY ([UserInvitationStatusID]) REFERENCES [ref].[UserInvitationStatus] ([UserInvitationStatusID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_User_AcceptedByUserID] FOREIGN KEY ([AcceptedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_User_CancelledByUserID] FOREIGN KEY ([CancelledByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_User_InvitedByUserID] FOREIGN KEY ([InvitedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserInvitation] ADD CONSTRAINT [FK_UserInvitation_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserPasskey] ADD CONSTRAINT [FK_UserPasskey_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserPasskey] ADD CONSTRAINT [FK_UserPasskey_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserPasskey] ADD CONSTRAINT [FK_UserPasskey_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserPasskey] ADD CONSTRAINT [FK_UserPasskey_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserPasswordResetToken] ADD CONSTRAINT [FK_UserPasswordResetToken_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserRecoveryCode] ADD CONSTRAINT [FK_UserRecoveryCode_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserRecoveryCode] ADD CONSTRAINT [FK_UserRecoveryCode_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserRecoveryCode] ADD CONSTRAINT [FK_UserRecoveryCode_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserRecoveryCode] ADD CONSTRAINT [FK_UserRecoveryCode_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[UserRefreshToken] ADD CONSTRAINT [FK_UserRefreshToken_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [dbo].[UserRefreshToken] ADD CONSTRAINT [FK_UserRefreshToken_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_Country_CountryID] FOREIGN KEY ([CountryID]) REFERENCES [ref].[Country] ([CountryID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_FontSize_FontSizeID] FOREIGN KEY ([FontSizeID]) REFERENCES [ref].[FontSize] ([FontSizeID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_Language_PreferredLanguageID] FOREIGN KEY ([PreferredLanguageID]) REFERENCES [ref].[Language] ([LanguageID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_LayoutDensity_LayoutDensityID] FOREIGN KEY ([LayoutDensityID]) REFERENCES [ref].[LayoutDensity] ([LayoutDensityID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_ThemePreference_ThemePreferenceID] FOREIGN KEY ([ThemePreferenceID]) REFERENCES [ref].[ThemePreference] ([ThemePreferenceID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_UserRole_UserRoleID] FOREIGN KEY ([UserRoleID]) REFERENCES [ref].[UserRole] ([UserRoleID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_UserStatus_UserStatusID] FOREIGN KEY ([UserStatusID]) REFERENCES [ref].[UserStatus] ([UserStatusID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [dbo].[User] ADD CONSTRAINT [FK_User_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [django].[auth_group_permissions] ADD CONSTRAINT [auth_group_permissio_permission_id_84c5c92e_fk_auth_perm] FOREIGN KEY ([permission_id]) REFERENCES [django].[auth_permission] ([id]);
GO
ALTER TABLE [django].[auth_group_permissions] ADD CONSTRAINT [auth_group_permissions_group_id_b120cbf9_fk_auth_group_id] FOREIGN KEY ([group_id]) REFERENCES [django].[auth_group] ([id]);
GO
ALTER TABLE [django].[auth_permission] ADD CONSTRAINT [auth_permission_content_type_id_2f476e4b_fk_django_co] FOREIGN KEY ([content_type_id]) REFERENCES [django].[django_content_type] ([id]);
GO
ALTER TABLE [django].[django_admin_log] ADD CONSTRAINT [django_admin_log_content_type_id_c4bce8eb_fk_django_co] FOREIGN KEY ([content_type_id]) REFERENCES [django].[django_content_type] ([id]);
GO
ALTER TABLE [django].[django_admin_log] ADD CONSTRAINT [django_admin_log_user_id_c564eba6_fk_dbo.User_UserID] FOREIGN KEY ([user_id]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [django].[django_celery_beat_periodictask] ADD CONSTRAINT [django_celery_beat_p_clocked_id_47a69f82_fk_django_ce] FOREIGN KEY ([clocked_id]) REFERENCES [django].[django_celery_beat_clockedschedule] ([id]);
GO
ALTER TABLE [django].[django_celery_beat_periodictask] ADD CONSTRAINT [django_celery_beat_p_crontab_id_d3cba168_fk_django_ce] FOREIGN KEY ([crontab_id]) REFERENCES [django].[django_celery_beat_crontabschedule] ([id]);
GO
ALTER TABLE [django].[django_celery_beat_periodictask] ADD CONSTRAINT [django_celery_beat_p_interval_id_a8ca27da_fk_django_ce] FOREIGN KEY ([interval_id]) REFERENCES [django].[django_celery_beat_intervalschedule] ([id]);
GO
ALTER TABLE [django].[django_celery_beat_periodictask] ADD CONSTRAINT [django_celery_beat_p_solar_id_a87ce72c_fk_django_ce] FOREIGN KEY ([solar_id]) REFERENCES [django].[django_celery_beat_solarschedule] ([id]);
GO
ALTER TABLE [log].[ApiRequest] ADD CONSTRAINT [FK_ApiRequest_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [log].[ApiRequest] ADD CONSTRAINT [FK_ApiRequest_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [log].[ApplicationError] ADD CONSTRAINT [FK_ApplicationError_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [log].[ApplicationError] ADD CONSTRAINT [FK_ApplicationError_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [log].[AuthEvent] ADD CONSTRAINT [FK_AuthEvent_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [log].[EmailDelivery] ADD CONSTRAINT [FK_EmailDelivery_Company_CompanyID] FOREIGN KEY ([CompanyID]) REFERENCES [dbo].[Company] ([CompanyID]);
GO
ALTER TABLE [log].[EmailDelivery] ADD CONSTRAINT [FK_EmailDelivery_User_UserID] FOREIGN KEY ([UserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanyRelationshipStatus] ADD CONSTRAINT [FK_CompanyRelationshipStatus_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanyRelationshipStatus] ADD CONSTRAINT [FK_CompanyRelationshipStatus_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanyRelationshipStatus] ADD CONSTRAINT [FK_CompanyRelationshipStatus_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanyRelationshipType] ADD CONSTRAINT [FK_CompanyRelationshipType_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanyRelationshipType] ADD CONSTRAINT [FK_CompanyRelationshipType_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanyRelationshipType] ADD CONSTRAINT [FK_CompanyRelationshipType_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanySwitchRequestStatus] ADD CONSTRAINT [FK_CompanySwitchRequestStatus_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanySwitchRequestStatus] ADD CONSTRAINT [FK_CompanySwitchRequestStatus_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanySwitchRequestStatus] ADD CONSTRAINT [FK_CompanySwitchRequestStatus_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanySwitchRequestType] ADD CONSTRAINT [FK_CompanySwitchRequestType_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanySwitchRequestType] ADD CONSTRAINT [FK_CompanySwitchRequestType_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CompanySwitchRequestType] ADD CONSTRAINT [FK_CompanySwitchRequestType_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Country] ADD CONSTRAINT [FK_Country_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Country] ADD CONSTRAINT [FK_Country_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Country] ADD CONSTRAINT [FK_Country_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CustomerTier] ADD CONSTRAINT [FK_CustomerTier_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CustomerTier] ADD CONSTRAINT [FK_CustomerTier_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[CustomerTier] ADD CONSTRAINT [FK_CustomerTier_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[FontSize] ADD CONSTRAINT [FK_FontSize_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[FontSize] ADD CONSTRAINT [FK_FontSize_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[FontSize] ADD CONSTRAINT [FK_FontSize_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Industry] ADD CONSTRAINT [FK_Industry_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Industry] ADD CONSTRAINT [FK_Industry_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Industry] ADD CONSTRAINT [FK_Industry_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[JoinedVia] ADD CONSTRAINT [FK_JoinedVia_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[JoinedVia] ADD CONSTRAINT [FK_JoinedVia_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[JoinedVia] ADD CONSTRAINT [FK_JoinedVia_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Language] ADD CONSTRAINT [FK_Language_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Language] ADD CONSTRAINT [FK_Language_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[Language] ADD CONSTRAINT [FK_Language_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[LayoutDensity] ADD CONSTRAINT [FK_LayoutDensity_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[LayoutDensity] ADD CONSTRAINT [FK_LayoutDensity_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[LayoutDensity] ADD CONSTRAINT [FK_LayoutDensity_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[RuleType] ADD CONSTRAINT [FK_RuleType_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[RuleType] ADD CONSTRAINT [FK_RuleType_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[RuleType] ADD CONSTRAINT [FK_RuleType_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[SettingCategory] ADD CONSTRAINT [FK_SettingCategory_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[SettingCategory] ADD CONSTRAINT [FK_SettingCategory_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[SettingCategory] ADD CONSTRAINT [FK_SettingCategory_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[SettingType] ADD CONSTRAINT [FK_SettingType_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[SettingType] ADD CONSTRAINT [FK_SettingType_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[SettingType] ADD CONSTRAINT [FK_SettingType_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[ThemePreference] ADD CONSTRAINT [FK_ThemePreference_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[ThemePreference] ADD CONSTRAINT [FK_ThemePreference_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[ThemePreference] ADD CONSTRAINT [FK_ThemePreference_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserCompanyRole] ADD CONSTRAINT [FK_UserCompanyRole_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserCompanyRole] ADD CONSTRAINT [FK_UserCompanyRole_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserCompanyRole] ADD CONSTRAINT [FK_UserCompanyRole_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserCompanyStatus] ADD CONSTRAINT [FK_UserCompanyStatus_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserCompanyStatus] ADD CONSTRAINT [FK_UserCompanyStatus_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserCompanyStatus] ADD CONSTRAINT [FK_UserCompanyStatus_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserInvitationStatus] ADD CONSTRAINT [FK_UserInvitationStatus_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserInvitationStatus] ADD CONSTRAINT [FK_UserInvitationStatus_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserInvitationStatus] ADD CONSTRAINT [FK_UserInvitationStatus_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserRole] ADD CONSTRAINT [FK_UserRole_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserRole] ADD CONSTRAINT [FK_UserRole_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserRole] ADD CONSTRAINT [FK_UserRole_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserStatus] ADD CONSTRAINT [FK_UserStatus_User_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserStatus] ADD CONSTRAINT [FK_UserStatus_User_DeletedBy] FOREIGN KEY ([DeletedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [ref].[UserStatus] ADD CONSTRAINT [FK_UserStatus_User_UpdatedBy] FOREIGN KEY ([UpdatedBy]) REFERENCES [dbo].[User] ([UserID]);
GO
CREATE INDEX [IX_ABRSearch_ABN] ON [cache].[ABRSearch] ([ABN]) WHERE [ABN] IS NOT NULL;
GO
CREATE INDEX [IX_ABRSearch_ACN] ON [cache].[ABRSearch] ([ACN]) WHERE [ACN] IS NOT NULL;
GO
CREATE INDEX [IX_ABRSearch_ExpiresAt] ON [cache].[ABRSearch] ([ExpiresAt]);
GO
CREATE INDEX [IX_ABRSearch_FetchedAt] ON [cache].[ABRSearch] ([FetchedAt]);
GO
CREATE INDEX [IX_ActivityLog_Action_CreatedDate] ON [audit].[ActivityLog] ([Action], [CreatedDate]);
GO
CREATE INDEX [IX_ActivityLog_CompanyID_CreatedDate] ON [audit].[ActivityLog] ([CompanyID], [CreatedDate]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_ActivityLog_CreatedDate] ON [audit].[ActivityLog] ([CreatedDate]);
GO
CREATE INDEX [IX_ActivityLog_EntityType_EntityID_CreatedDate] ON [audit].[ActivityLog] ([EntityType], [EntityID], [CreatedDate]);
GO
CREATE INDEX [IX_ActivityLog_RequestID] ON [audit].[ActivityLog] ([RequestID]);
GO
CREATE INDEX [IX_ActivityLog_UserID_CreatedDate] ON [audit].[ActivityLog] ([UserID], [CreatedDate]) WHERE [UserID] IS NOT NULL;
GO
CREATE INDEX [IX_ApiRequest_CompanyID_CreatedDate] ON [log].[ApiRequest] ([CompanyID], [CreatedDate]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_ApiRequest_CreatedDate] ON [log].[ApiRequest] ([CreatedDate]);
GO
CREATE INDEX [IX_ApiRequest_RequestID] ON [log].[ApiRequest] ([RequestID]);
GO
CREATE INDEX [IX_ApiRequest_StatusCode_CreatedDate] ON [log].[ApiRequest] ([StatusCode], [CreatedDate]);
GO
CREATE INDEX [IX_ApiRequest_UserID_CreatedDate] ON [log].[ApiRequest] ([UserID], [CreatedDate]) WHERE [UserID] IS NOT NULL;
GO
CREATE INDEX [IX_AppSetting_SettingCategoryID] ON [config].[AppSetting] ([SettingCategoryID]);
GO
CREATE INDEX [IX_AppSetting_SettingTypeID] ON [config].[AppSetting] ([SettingTypeID]);
GO
CREATE INDEX [IX_ApplicationError_CompanyID] ON [log].[ApplicationError] ([CompanyID]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_ApplicationError_CreatedDate] ON [log].[ApplicationError] ([CreatedDate]);
GO
CREATE INDEX [IX_ApplicationError_ErrorType_CreatedDate] ON [log].[ApplicationError] ([ErrorType], [CreatedDate]);
GO
CREATE INDEX [IX_ApplicationError_RequestID] ON [log].[ApplicationError] ([RequestID]);
GO
CREATE INDEX [IX_ApplicationError_Severity_CreatedDate] ON [log].[ApplicationError] ([Severity], [CreatedDate]);
GO
CREATE INDEX [IX_ApplicationError_UserID] ON [log].[ApplicationError] ([UserID]) WHERE [UserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditAppSetting_AppSettingID_CreatedDate] ON [audit].[AppSetting] ([AppSettingID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditAppSetting_ChangedByUserID] ON [audit].[AppSetting] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditAppSetting_CreatedDate] ON [audit].[AppSetting] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditCompanyValidationRule_ChangedByUserID] ON [audit].[CompanyValidationRule] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditCompanyValidationRule_CompanyID_CreatedDate] ON [audit].[CompanyValidationRule] ([CompanyID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditCompanyValidationRule_CompanyValidationRuleID__cfa2d155] ON [audit].[CompanyValidationRule] ([CompanyValidationRuleID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditCompanyValidationRule_CreatedDate] ON [audit].[CompanyValidationRule] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditCompany_ChangedByUserID] ON [audit].[Company] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditCompany_CompanyID_CreatedDate] ON [audit].[Company] ([CompanyID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditCompany_CreatedDate] ON [audit].[Company] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditCountry_ChangedByUserID] ON [audit].[Country] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditCountry_CountryID_CreatedDate] ON [audit].[Country] ([CountryID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditCountry_CreatedDate] ON [audit].[Country] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditCustomerTier_ChangedByUserID] ON [audit].[CustomerTier] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditCustomerTier_CreatedDate] ON [audit].[CustomerTier] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditCustomerTier_CustomerTierID_CreatedDate] ON [audit].[CustomerTier] ([CustomerTierID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditIndustry_ChangedByUserID] ON [audit].[Industry] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditIndustry_CreatedDate] ON [audit].[Industry] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditIndustry_IndustryID_CreatedDate] ON [audit].[Industry] ([IndustryID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditLanguage_ChangedByUserID] ON [audit].[Language] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditLanguage_CreatedDate] ON [audit].[Language] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditLanguage_LanguageID_CreatedDate] ON [audit].[Language] ([LanguageID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditRole_ChangedByUserID] ON [audit].[Role] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_CompanyID_CreatedDate] ON [audit].[Role] ([CompanyID], [CreatedDate]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_NewUserCompanyRoleID] ON [audit].[Role] ([NewUserCompanyRoleID]) WHERE [NewUserCompanyRoleID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_NewUserRoleID] ON [audit].[Role] ([NewUserRoleID]) WHERE [NewUserRoleID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_OldUserCompanyRoleID] ON [audit].[Role] ([OldUserCompanyRoleID]) WHERE [OldUserCompanyRoleID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_OldUserRoleID] ON [audit].[Role] ([OldUserRoleID]) WHERE [OldUserRoleID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_UserCompanyID] ON [audit].[Role] ([UserCompanyID]) WHERE [UserCompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditRole_UserID_CreatedDate] ON [audit].[Role] ([UserID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditUserCompany_ChangedByUserID] ON [audit].[UserCompany] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditUserCompany_CompanyID_CreatedDate] ON [audit].[UserCompany] ([CompanyID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditUserCompany_CreatedDate] ON [audit].[UserCompany] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditUserCompany_UserCompanyID_CreatedDate] ON [audit].[UserCompany] ([UserCompanyID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditUser_ChangedByUserID] ON [audit].[User] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditUser_CreatedDate] ON [audit].[User] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditUser_UserID_CreatedDate] ON [audit].[User] ([UserID], [CreatedDate]);
GO
CREATE INDEX [IX_AuditValidationRule_ChangedByUserID] ON [audit].[ValidationRule] ([ChangedByUserID]) WHERE [ChangedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_AuditValidationRule_CreatedDate] ON [audit].[ValidationRule] ([CreatedDate]);
GO
CREATE INDEX [IX_AuditValidationRule_ValidationRuleID_CreatedDate] ON [audit].[ValidationRule] ([ValidationRuleID], [CreatedDate]);
GO
CREATE INDEX [IX_AuthEvent_CreatedDate] ON [log].[AuthEvent] ([CreatedDate]);
GO
CREATE INDEX [IX_AuthEvent_Email_CreatedDate] ON [log].[AuthEvent] ([Email], [CreatedDate]);
GO
CREATE INDEX [IX_AuthEvent_EventType_CreatedDate] ON [log].[AuthEvent] ([EventType], [CreatedDate]);
GO
CREATE INDEX [IX_AuthEvent_IPAddress_CreatedDate] ON [log].[AuthEvent] ([IPAddress], [CreatedDate]);
GO
CREATE INDEX [IX_AuthEvent_RequestID] ON [log].[AuthEvent] ([RequestID]);
GO
CREATE INDEX [IX_AuthEvent_UserID_CreatedDate] ON [log].[AuthEvent] ([UserID], [CreatedDate]) WHERE [UserID] IS NOT NULL;
GO
CREATE INDEX [IX_ChainAnchor_CreatedDate] ON [audit].[ChainAnchor] ([CreatedDate]);
GO
CREATE INDEX [IX_CompanyBillingDetails_BillingCountryID] ON [dbo].[CompanyBillingDetails] ([BillingCountryID]);
GO
CREATE INDEX [IX_CompanyCustomerDetails_CustomerTierID] ON [dbo].[CompanyCustomerDetails] ([CustomerTierID]);
GO
CREATE INDEX [IX_CompanyRelationship_ChildCompanyID] ON [dbo].[CompanyRelationship] ([ChildCompanyID]);
GO
CREATE INDEX [IX_CompanyRelationship_CompanyRelationshipStatusID] ON [dbo].[CompanyRelationship] ([CompanyRelationshipStatusID]);
GO
CREATE INDEX [IX_CompanyRelationship_CompanyRelationshipTypeID] ON [dbo].[CompanyRelationship] ([CompanyRelationshipTypeID]);
GO
CREATE INDEX [IX_CompanyRelationship_EstablishedByUserID] ON [dbo].[CompanyRelationship] ([EstablishedByUserID]) WHERE [EstablishedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanyRelationship_HigherCompanyID] ON [dbo].[CompanyRelationship] ([HigherCompanyID]);
GO
CREATE INDEX [IX_CompanyRelationship_LowerCompanyID] ON [dbo].[CompanyRelationship] ([LowerCompanyID]);
GO
CREATE INDEX [IX_CompanyRelationship_ParentCompanyID] ON [dbo].[CompanyRelationship] ([ParentCompanyID]);
GO
CREATE INDEX [IX_CompanyRelationship_ProposedByCompanyID] ON [dbo].[CompanyRelationship] ([ProposedByCompanyID]);
GO
CREATE INDEX [IX_CompanyRelationship_ProposedByUserID] ON [dbo].[CompanyRelationship] ([ProposedByUserID]);
GO
CREATE INDEX [IX_CompanyRelationship_SuspendedByCompanyID] ON [dbo].[CompanyRelationship] ([SuspendedByCompanyID]) WHERE [SuspendedByCompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanyRelationship_SuspendedByUserID] ON [dbo].[CompanyRelationship] ([SuspendedByUserID]) WHERE [SuspendedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanyRelationship_TerminatedByUserID] ON [dbo].[CompanyRelationship] ([TerminatedByUserID]) WHERE [TerminatedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanySwitchRequest_ApprovedByUserID] ON [dbo].[CompanySwitchRequest] ([ApprovedByUserID]) WHERE [ApprovedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanySwitchRequest_CompanySwitchRequestStatusID] ON [dbo].[CompanySwitchRequest] ([CompanySwitchRequestStatusID]);
GO
CREATE INDEX [IX_CompanySwitchRequest_CompanySwitchRequestTypeID] ON [dbo].[CompanySwitchRequest] ([CompanySwitchRequestTypeID]);
GO
CREATE INDEX [IX_CompanySwitchRequest_FromCompanyID] ON [dbo].[CompanySwitchRequest] ([FromCompanyID]) WHERE [FromCompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanySwitchRequest_RejectedByUserID] ON [dbo].[CompanySwitchRequest] ([RejectedByUserID]) WHERE [RejectedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_CompanySwitchRequest_RequestedByUserID] ON [dbo].[CompanySwitchRequest] ([RequestedByUserID]);
GO
CREATE INDEX [IX_CompanySwitchRequest_ToCompanyID_CompanySwitchReque_3710f7c1] ON [dbo].[CompanySwitchRequest] ([ToCompanyID], [CompanySwitchRequestStatusID]);
GO
CREATE INDEX [IX_CompanySwitchRequest_UserID] ON [dbo].[CompanySwitchRequest] ([UserID]);
GO
CREATE INDEX [IX_CompanyValidationRule_ValidationRuleID] ON [config].[CompanyValidationRule] ([ValidationRuleID]);
GO
CREATE INDEX [IX_Company_ABRVerifiedAt] ON [dbo].[Company] ([ABRVerifiedAt]) WHERE [ABN] IS NOT NULL;
GO
CREATE INDEX [IX_Company_ACN] ON [dbo].[Company] ([ACN]) WHERE [ACN] IS NOT NULL;
GO
CREATE INDEX [IX_Company_CompanyName] ON [dbo].[Company] ([CompanyName]);
GO
CREATE INDEX [IX_Company_CountryID] ON [dbo].[Company] ([CountryID]);
GO
CREATE INDEX [IX_Company_IndustryID] ON [dbo].[Company] ([IndustryID]);
GO
CREATE INDEX [IX_Company_ParentCompanyID] ON [dbo].[Company] ([ParentCompanyID]) WHERE [ParentCompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_EmailDelivery_CompanyID] ON [log].[EmailDelivery] ([CompanyID]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_EmailDelivery_CreatedDate] ON [log].[EmailDelivery] ([CreatedDate]);
GO
CREATE INDEX [IX_EmailDelivery_ProviderMessageID] ON [log].[EmailDelivery] ([ProviderMessageID]) WHERE [ProviderMessageID] IS NOT NULL;
GO
CREATE INDEX [IX_EmailDelivery_RecipientEmail_CreatedDate] ON [log].[EmailDelivery] ([RecipientEmail], [CreatedDate]);
GO
CREATE INDEX [IX_EmailDelivery_RequestID] ON [log].[EmailDelivery] ([RequestID]);
GO
CREATE INDEX [IX_EmailDelivery_Status_NextAttemptAt] ON [log].[EmailDelivery] ([Status], [NextAttemptAt]);
GO
CREATE INDEX [IX_EmailDelivery_UserID] ON [log].[EmailDelivery] ([UserID]) WHERE [UserID] IS NOT NULL;
GO
CREATE INDEX [IX_LegalHold_CompanyID] ON [audit].[LegalHold] ([CompanyID]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_LegalHold_PlacedByUserID] ON [audit].[LegalHold] ([PlacedByUserID]);
GO
CREATE INDEX [IX_LegalHold_UserID] ON [audit].[LegalHold] ([UserID]) WHERE [UserID] IS NOT NULL;
GO
CREATE INDEX [IX_RetentionRun_CreatedDate] ON [audit].[RetentionRun] ([CreatedDate]);
GO
CREATE INDEX [IX_RetentionRun_TriggeredByUserID] ON [audit].[RetentionRun] ([TriggeredByUserID]) WHERE [TriggeredByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_UserCompany_CompanyID_UserCompanyStatusID] ON [dbo].[UserCompany] ([CompanyID], [UserCompanyStatusID]);
GO
CREATE INDEX [IX_UserCompany_InvitedByUserID] ON [dbo].[UserCompany] ([InvitedByUserID]) WHERE [InvitedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_UserCompany_JoinedViaID] ON [dbo].[UserCompany] ([JoinedViaID]);
GO
CREATE INDEX [IX_UserCompany_RemovedByUserID] ON [dbo].[UserCompany] ([RemovedByUserID]) WHERE [RemovedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_UserCompany_UserCompanyRoleID] ON [dbo].[UserCompany] ([UserCompanyRoleID]);
GO
CREATE INDEX [IX_UserCompany_UserCompanyStatusID] ON [dbo].[UserCompany] ([UserCompanyStatusID]);
GO
CREATE INDEX [IX_UserCompany_UserID_UserCompanyStatusID] ON [dbo].[UserCompany] ([UserID], [UserCompanyStatusID]);
GO
CREATE INDEX [IX_UserEmailChangeToken_ExpiresAt] ON [dbo].[UserEmailChangeToken] ([ExpiresAt]);
GO
CREATE INDEX [IX_UserEmailChangeToken_StartedByUserID] ON [dbo].[UserEmailChangeToken] ([StartedByUserID]);
GO
CREATE INDEX [IX_UserEmailChangeToken_UserID] ON [dbo].[UserEmailChangeToken] ([UserID]);
GO
CREATE INDEX [IX_UserEmailVerificationToken_ExpiresAt] ON [dbo].[UserEmailVerificationToken] ([ExpiresAt]);
GO
CREATE INDEX [IX_UserEmailVerificationToken_UserID] ON [dbo].[UserEmailVerificationToken] ([UserID]);
GO
CREATE INDEX [IX_UserIndustry_IndustryID] ON [dbo].[UserIndustry] ([IndustryID]);
GO
CREATE INDEX [IX_UserInvitation_AcceptedByUserID] ON [dbo].[UserInvitation] ([AcceptedByUserID]) WHERE [AcceptedByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_UserInvitation_CancelledByUserID] ON [dbo].[UserInvitation] ([CancelledByUserID]) WHERE [CancelledByUserID] IS NOT NULL;
GO
CREATE INDEX [IX_UserInvitation_CompanyID_UserInvitationStatusID] ON [dbo].[UserInvitation] ([CompanyID], [UserInvitationStatusID]);
GO
CREATE INDEX [IX_UserInvitation_InvitedByUserID] ON [dbo].[UserInvitation] ([InvitedByUserID]);
GO
CREATE INDEX [IX_UserInvitation_InvitedEmail] ON [dbo].[UserInvitation] ([InvitedEmail]);
GO
CREATE INDEX [IX_UserInvitation_UserCompanyRoleID] ON [dbo].[UserInvitation] ([UserCompanyRoleID]);
GO
CREATE INDEX [IX_UserInvitation_UserInvitationStatusID_ExpiresAt] ON [dbo].[UserInvitation] ([UserInvitationStatusID], [ExpiresAt]);
GO
CREATE INDEX [IX_UserPasskey_UserID] ON [dbo].[UserPasskey] ([UserID]);
GO
CREATE INDEX [IX_UserPasswordResetToken_ExpiresAt] ON [dbo].[UserPasswordResetToken] ([ExpiresAt]);
GO
CREATE INDEX [IX_UserPasswordResetToken_UserID] ON [dbo].[UserPasswordResetToken] ([UserID]);
GO
CREATE INDEX [IX_UserRecoveryCode_UserID] ON [dbo].[UserRecoveryCode] ([UserID]);
GO
CREATE INDEX [IX_UserRefreshToken_CompanyID] ON [dbo].[UserRefreshToken] ([CompanyID]) WHERE [CompanyID] IS NOT NULL;
GO
CREATE INDEX [IX_UserRefreshToken_ExpiresAt] ON [dbo].[UserRefreshToken] ([ExpiresAt]);
GO
CREATE INDEX [IX_UserRefreshToken_TokenFamilyID] ON [dbo].[UserRefreshToken] ([TokenFamilyID]);
GO
CREATE INDEX [IX_UserRefreshToken_UserID] ON [dbo].[UserRefreshToken] ([UserID]);
GO
CREATE INDEX [IX_User_CountryID] ON [dbo].[User] ([CountryID]);
GO
CREATE INDEX [IX_User_FontSizeID] ON [dbo].[User] ([FontSizeID]);
GO
CREATE INDEX [IX_User_LayoutDensityID] ON [dbo].[User] ([LayoutDensityID]);
GO
CREATE INDEX [IX_User_LockedUntil] ON [dbo].[User] ([LockedUntil]) WHERE [IsLocked] = 1;
GO
CREATE INDEX [IX_User_PreferredLanguageID] ON [dbo].[User] ([PreferredLanguageID]);
GO
CREATE INDEX [IX_User_ThemePreferenceID] ON [dbo].[User] ([ThemePreferenceID]);
GO
CREATE INDEX [IX_User_UserRoleID] ON [dbo].[User] ([UserRoleID]);
GO
CREATE INDEX [IX_User_UserStatusID] ON [dbo].[User] ([UserStatusID]);
GO
CREATE INDEX [IX_ValidationRule_CountryID_RuleTypeID_SortOrder] ON [config].[ValidationRule] ([CountryID], [RuleTypeID], [SortOrder]);
GO
CREATE INDEX [IX_ValidationRule_RuleTypeID] ON [config].[ValidationRule] ([RuleTypeID]);
GO
CREATE INDEX [auth_group_permissions_group_id_b120cbf9] ON [django].[auth_group_permissions] ([group_id]);
GO
CREATE INDEX [auth_group_permissions_permission_id_84c5c92e] ON [django].[auth_group_permissions] ([permission_id]);
GO
CREATE INDEX [auth_permission_content_type_id_2f476e4b] ON [django].[auth_permission] ([content_type_id]);
GO
CREATE INDEX [django_admin_log_content_type_id_c4bce8eb] ON [django].[django_admin_log] ([content_type_id]);
GO
CREATE INDEX [django_admin_log_user_id_c564eba6] ON [django].[django_admin_log] ([user_id]);
GO
CREATE INDEX [django_celery_beat_periodictask_clocked_id_47a69f82] ON [django].[django_celery_beat_periodictask] ([clocked_id]);
GO
CREATE INDEX [django_celery_beat_periodictask_crontab_id_d3cba168] ON [django].[django_celery_beat_periodictask] ([crontab_id]);
GO
CREATE INDEX [django_celery_beat_periodictask_interval_id_a8ca27da] ON [django].[django_celery_beat_periodictask] ([interval_id]);
GO
CREATE INDEX [django_celery_beat_periodictask_solar_id_a87ce72c] ON [django].[django_celery_beat_periodictask] ([solar_id]);
GO
CREATE INDEX [django_session_expire_date_a5c62663] ON [django].[django_session] ([expire_date]);
GO
CREATE UNIQUE INDEX [UQ_CompanyBillingDetails_CompanyID] ON [dbo].[CompanyBillingDetails] ([CompanyID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_CompanyCustomerDetails_CompanyID] ON [dbo].[CompanyCustomerDetails] ([CompanyID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_CompanyOrganizerDetails_CompanyID] ON [dbo].[CompanyOrganizerDetails] ([CompanyID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_CompanyRelationship_ChildCompanyID] ON [dbo].[CompanyRelationship] ([ChildCompanyID]) WHERE ([EstablishedAt] IS NOT NULL AND [IsDeleted] = 0 AND [IsHierarchical] = 1 AND [TerminatedAt] IS NULL);
GO
CREATE UNIQUE INDEX [UQ_CompanyRelationship_LowerCompanyID_HigherCompanyID] ON [dbo].[CompanyRelationship] ([LowerCompanyID], [HigherCompanyID]) WHERE ([IsDeleted] = 0 AND [TerminatedAt] IS NULL);
GO
CREATE UNIQUE INDEX [UQ_CompanySwitchRequest_UserID_ToCompanyID] ON [dbo].[CompanySwitchRequest] ([UserID], [ToCompanyID]) WHERE ([ApprovedAt] IS NULL AND [RejectedAt] IS NULL AND [CancelledAt] IS NULL AND [IsDeleted] = 0);
GO
CREATE UNIQUE INDEX [UQ_CompanyValidationRule_CompanyID_ValidationRuleID] ON [config].[CompanyValidationRule] ([CompanyID], [ValidationRuleID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_Company_ABN] ON [dbo].[Company] ([ABN]) WHERE ([ABN] IS NOT NULL AND [IsDeleted] = 0);
GO
CREATE UNIQUE INDEX [UQ_Company_FoundedByUserID] ON [dbo].[Company] ([FoundedByUserID]) WHERE ([FoundedByUserID] IS NOT NULL AND [IsDeleted] = 0);
GO
CREATE UNIQUE INDEX [UQ_LegalHold_ReleasesLegalHoldID] ON [audit].[LegalHold] ([ReleasesLegalHoldID]) WHERE [ReleasesLegalHoldID] IS NOT NULL;
GO
CREATE UNIQUE INDEX [UQ_UserAuthenticator_UserID] ON [dbo].[UserAuthenticator] ([UserID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_UserCompany_UserID] ON [dbo].[UserCompany] ([UserID]) WHERE ([IsDeleted] = 0 AND [IsPrimaryCompany] = 1);
GO
CREATE UNIQUE INDEX [UQ_UserCompany_UserID_CompanyID] ON [dbo].[UserCompany] ([UserID], [CompanyID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_UserIndustry_UserID] ON [dbo].[UserIndustry] ([UserID]) WHERE ([IsDeleted] = 0 AND [IsPrimary] = 1);
GO
CREATE UNIQUE INDEX [UQ_UserIndustry_UserID_IndustryID] ON [dbo].[UserIndustry] ([UserID], [IndustryID]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_UserInvitation_CompanyID_InvitedEmail] ON [dbo].[UserInvitation] ([CompanyID], [InvitedEmail]) WHERE ([AcceptedAt] IS NULL AND [DeclinedAt] IS NULL AND [CancelledAt] IS NULL AND [ExpiredAt] IS NULL AND [IsDeleted] = 0);
GO
CREATE UNIQUE INDEX [UQ_UserPasskey_CredentialHash] ON [dbo].[UserPasskey] ([CredentialHash]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_UserRecoveryCode_CodeHash] ON [dbo].[UserRecoveryCode] ([CodeHash]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_User_Email] ON [dbo].[User] ([Email]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [UQ_ValidationRule_RuleKey] ON [config].[ValidationRule] ([RuleKey]) WHERE [IsDeleted] = 0;
GO
CREATE UNIQUE INDEX [auth_group_permissions_group_id_permission_id_0cd325b0_uniq] ON [django].[auth_group_permissions] ([group_id], [permission_id]) WHERE [group_id] IS NOT NULL AND [permission_id] IS NOT NULL;
GO
CREATE UNIQUE INDEX [auth_permission_content_type_id_codename_01ab375a_uniq] ON [django].[auth_permission] ([content_type_id], [codename]) WHERE [content_type_id] IS NOT NULL AND [codename] IS NOT NULL;
GO
CREATE UNIQUE INDEX [django_celery_beat_solar_event_latitude_longitude_ba64999a_uniq] ON [django].[django_celery_beat_solarschedule] ([event], [latitude], [longitude]) WHERE [event] IS NOT NULL AND [latitude] IS NOT NULL AND [longitude] IS NOT NULL;
GO
CREATE UNIQUE INDEX [django_content_type_app_label_model_76bd3d3b_uniq] ON [django].[django_content_type] ([app_label], [model]) WHERE [app_label] IS NOT NULL AND [model] IS NOT NULL;
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Membership_Read](@CompanyID bigint, @UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Membership_Write](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_OwnCompany_Read](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR EXISTS (SELECT 1 FROM [dbo].[UserCompany] m WHERE m.[CompanyID] = @CompanyID AND m.[UserID] = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) AND m.[RemovedDate] IS NULL AND m.[IsDeleted] = 0) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_OwnCompany_Write](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Company_Read](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Company_Write](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Relationship_Read](@ParentCompanyID bigint, @ChildCompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @ParentCompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @ChildCompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR EXISTS (SELECT 1 FROM [dbo].[UserCompany] m WHERE m.[CompanyID] = @ParentCompanyID AND m.[UserID] = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) AND m.[RemovedDate] IS NULL AND m.[IsDeleted] = 0) OR EXISTS (SELECT 1 FROM [dbo].[UserCompany] m WHERE m.[CompanyID] = @ChildCompanyID AND m.[UserID] = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) AND m.[RemovedDate] IS NULL AND m.[IsDeleted] = 0) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Relationship_Write](@ParentCompanyID bigint, @ChildCompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @ParentCompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @ChildCompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Request_Read](@ToCompanyID bigint, @UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @ToCompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Request_Write](@ToCompanyID bigint, @UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @ToCompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Person_Read](@UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [dbo].[RLS_Person_Write](@UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_support'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE SECURITY POLICY [dbo].[RLS_Tenants] ADD FILTER PREDICATE [dbo].[RLS_Membership_Read]([CompanyID], [UserID]) ON [dbo].[UserCompany], ADD BLOCK PREDICATE [dbo].[RLS_Membership_Write]([CompanyID]) ON [dbo].[UserCompany] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Membership_Write]([CompanyID]) ON [dbo].[UserCompany] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_OwnCompany_Read]([CompanyID]) ON [dbo].[Company], ADD BLOCK PREDICATE [dbo].[RLS_OwnCompany_Write]([CompanyID]) ON [dbo].[Company] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_OwnCompany_Write]([CompanyID]) ON [dbo].[Company] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Company_Read]([CompanyID]) ON [dbo].[CompanyCustomerDetails], ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[CompanyCustomerDetails] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[CompanyCustomerDetails] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Company_Read]([CompanyID]) ON [dbo].[CompanyBillingDetails], ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[CompanyBillingDetails] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[CompanyBillingDetails] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Company_Read]([CompanyID]) ON [dbo].[CompanyOrganizerDetails], ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[CompanyOrganizerDetails] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[CompanyOrganizerDetails] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Relationship_Read]([ParentCompanyID], [ChildCompanyID]) ON [dbo].[CompanyRelationship], ADD BLOCK PREDICATE [dbo].[RLS_Relationship_Write]([ParentCompanyID], [ChildCompanyID]) ON [dbo].[CompanyRelationship] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Relationship_Write]([ParentCompanyID], [ChildCompanyID]) ON [dbo].[CompanyRelationship] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Request_Read]([ToCompanyID], [UserID]) ON [dbo].[CompanySwitchRequest], ADD BLOCK PREDICATE [dbo].[RLS_Request_Write]([ToCompanyID], [UserID]) ON [dbo].[CompanySwitchRequest] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Request_Write]([ToCompanyID], [UserID]) ON [dbo].[CompanySwitchRequest] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Company_Read]([CompanyID]) ON [dbo].[UserInvitation], ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[UserInvitation] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Company_Write]([CompanyID]) ON [dbo].[UserInvitation] AFTER UPDATE, ADD FILTER PREDICATE [dbo].[RLS_Person_Read]([UserID]) ON [dbo].[UserIndustry], ADD BLOCK PREDICATE [dbo].[RLS_Person_Write]([UserID]) ON [dbo].[UserIndustry] AFTER INSERT, ADD BLOCK PREDICATE [dbo].[RLS_Person_Write]([UserID]) ON [dbo].[UserIndustry] AFTER UPDATE WITH (STATE = ON)');
GO
ALTER TABLE [audit].[User] ADD CONSTRAINT [FK_AuditUser_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[Company] ADD CONSTRAINT [FK_AuditCompany_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[UserCompany] ADD CONSTRAINT [FK_AuditUserCompany_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[AppSetting] ADD CONSTRAINT [FK_AuditAppSetting_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[ValidationRule] ADD CONSTRAINT [FK_AuditValidationRule_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[CompanyValidationRule] ADD CONSTRAINT [FK_AuditCompanyValidationRule_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[Country] ADD CONSTRAINT [FK_AuditCountry_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[Language] ADD CONSTRAINT [FK_AuditLanguage_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[Industry] ADD CONSTRAINT [FK_AuditIndustry_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
ALTER TABLE [audit].[CustomerTier] ADD CONSTRAINT [FK_AuditCustomerTier_User_ChangedByUserID] FOREIGN KEY ([ChangedByUserID]) REFERENCES [dbo].[User] ([UserID]);
GO
CREATE TRIGGER [audit].[TR_ActivityLog_AppendOnly] ON [audit].[ActivityLog] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditRole_AppendOnly] ON [audit].[Role] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditUser_AppendOnly] ON [audit].[User] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditCompany_AppendOnly] ON [audit].[Company] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditUserCompany_AppendOnly] ON [audit].[UserCompany] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditAppSetting_AppendOnly] ON [audit].[AppSetting] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditValidationRule_AppendOnly] ON [audit].[ValidationRule] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditCompanyValidationRule_AppendOnly] ON [audit].[CompanyValidationRule] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditCountry_AppendOnly] ON [audit].[Country] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditLanguage_AppendOnly] ON [audit].[Language] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditIndustry_AppendOnly] ON [audit].[Industry] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_AuditCustomerTier_AppendOnly] ON [audit].[CustomerTier] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    IF NOT EXISTS (SELECT 1 FROM inserted) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    IF EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND IS_ROLEMEMBER('eventlead_retention') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0 RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_LegalHold_AppendOnly] ON [audit].[LegalHold] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_RetentionRun_AppendOnly] ON [audit].[RetentionRun] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
CREATE TRIGGER [audit].[TR_ChainAnchor_AppendOnly] ON [audit].[ChainAnchor] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;
    THROW 50001, 'audit tables are append-only', 1;
END;
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [audit].[RLS_TrailPerson_Read](@CompanyID bigint, @UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR (@CompanyID IS NULL AND COALESCE(CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint), CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint)) IS NOT NULL) OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_retention'') = 1 OR IS_ROLEMEMBER(N''eventlead_analyst'') = 1 OR IS_ROLEMEMBER(N''eventlead_compliance'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [audit].[RLS_TrailPerson_Write](@CompanyID bigint, @UserID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR (@CompanyID IS NULL AND COALESCE(CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint), CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint)) IS NOT NULL) OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR @UserID = CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_retention'') = 1 OR IS_ROLEMEMBER(N''eventlead_analyst'') = 1 OR IS_ROLEMEMBER(N''eventlead_compliance'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [audit].[RLS_Trail_Read](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR (@CompanyID IS NULL AND COALESCE(CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint), CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint)) IS NOT NULL) OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_retention'') = 1 OR IS_ROLEMEMBER(N''eventlead_analyst'') = 1 OR IS_ROLEMEMBER(N''eventlead_compliance'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [audit].[RLS_Trail_Write](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR (@CompanyID IS NULL AND COALESCE(CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint), CAST(SESSION_CONTEXT(N''eventlead.user_id'') AS bigint)) IS NOT NULL) OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1 OR IS_ROLEMEMBER(N''eventlead_retention'') = 1 OR IS_ROLEMEMBER(N''eventlead_analyst'') = 1 OR IS_ROLEMEMBER(N''eventlead_compliance'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE SECURITY POLICY [audit].[RLS_Tenants] ADD FILTER PREDICATE [audit].[RLS_TrailPerson_Read]([CompanyID], [UserID]) ON [audit].[ActivityLog], ADD BLOCK PREDICATE [audit].[RLS_TrailPerson_Write]([CompanyID], [UserID]) ON [audit].[ActivityLog] AFTER INSERT, ADD BLOCK PREDICATE [audit].[RLS_TrailPerson_Write]([CompanyID], [UserID]) ON [audit].[ActivityLog] AFTER UPDATE, ADD FILTER PREDICATE [audit].[RLS_TrailPerson_Read]([CompanyID], [UserID]) ON [audit].[Role], ADD BLOCK PREDICATE [audit].[RLS_TrailPerson_Write]([CompanyID], [UserID]) ON [audit].[Role] AFTER INSERT, ADD BLOCK PREDICATE [audit].[RLS_TrailPerson_Write]([CompanyID], [UserID]) ON [audit].[Role] AFTER UPDATE, ADD FILTER PREDICATE [audit].[RLS_Trail_Read]([CompanyID]) ON [audit].[Company], ADD BLOCK PREDICATE [audit].[RLS_Trail_Write]([CompanyID]) ON [audit].[Company] AFTER INSERT, ADD BLOCK PREDICATE [audit].[RLS_Trail_Write]([CompanyID]) ON [audit].[Company] AFTER UPDATE, ADD FILTER PREDICATE [audit].[RLS_TrailPerson_Read]([CompanyID], [UserID]) ON [audit].[UserCompany], ADD BLOCK PREDICATE [audit].[RLS_TrailPerson_Write]([CompanyID], [UserID]) ON [audit].[UserCompany] AFTER INSERT, ADD BLOCK PREDICATE [audit].[RLS_TrailPerson_Write]([CompanyID], [UserID]) ON [audit].[UserCompany] AFTER UPDATE, ADD FILTER PREDICATE [audit].[RLS_Trail_Read]([CompanyID]) ON [audit].[CompanyValidationRule], ADD BLOCK PREDICATE [audit].[RLS_Trail_Write]([CompanyID]) ON [audit].[CompanyValidationRule] AFTER INSERT, ADD BLOCK PREDICATE [audit].[RLS_Trail_Write]([CompanyID]) ON [audit].[CompanyValidationRule] AFTER UPDATE WITH (STATE = ON)');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [config].[RLS_Company_Read](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE FUNCTION [config].[RLS_Company_Write](@CompanyID bigint) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS [IsAllowed] WHERE CAST(SESSION_CONTEXT(N''eventlead.scope'') AS nvarchar(20)) = N''system'' OR @CompanyID = CAST(SESSION_CONTEXT(N''eventlead.company_id'') AS bigint) OR IS_ROLEMEMBER(N''db_owner'') = 1');
GO
IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'CREATE SECURITY POLICY [config].[RLS_Tenants] ADD FILTER PREDICATE [config].[RLS_Company_Read]([CompanyID]) ON [config].[CompanyValidationRule], ADD BLOCK PREDICATE [config].[RLS_Company_Write]([CompanyID]) ON [config].[CompanyValidationRule] AFTER INSERT, ADD BLOCK PREDICATE [config].[RLS_Company_Write]([CompanyID]) ON [config].[CompanyValidationRule] AFTER UPDATE WITH (STATE = ON)');
GO
IF DATABASE_PRINCIPAL_ID(N'eventlead_app') IS NULL CREATE ROLE [eventlead_app];
GO
IF DATABASE_PRINCIPAL_ID(N'eventlead_retention') IS NULL CREATE ROLE [eventlead_retention];
GO
IF DATABASE_PRINCIPAL_ID(N'eventlead_analyst') IS NULL CREATE ROLE [eventlead_analyst];
GO
IF DATABASE_PRINCIPAL_ID(N'eventlead_support') IS NULL CREATE ROLE [eventlead_support];
GO
IF DATABASE_PRINCIPAL_ID(N'eventlead_steward') IS NULL CREATE ROLE [eventlead_steward];
GO
IF DATABASE_PRINCIPAL_ID(N'eventlead_compliance') IS NULL CREATE ROLE [eventlead_compliance];
GO
GRANT SELECT, INSERT, UPDATE ON SCHEMA::[ref] TO [eventlead_app];
GO
GRANT SELECT, INSERT, UPDATE ON SCHEMA::[ref] TO [eventlead_steward];
GO
GRANT SELECT, INSERT, UPDATE ON SCHEMA::[config] TO [eventlead_app];
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[cache] TO [eventlead_app];
GO
GRANT SELECT, DELETE ON SCHEMA::[cache] TO [eventlead_retention];
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[django] TO [eventlead_app];
GO
GRANT SELECT ON [audit].[ActivityLog] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[AppSetting] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[ChainAnchor] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[Company] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[CompanyValidationRule] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[Country] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[CustomerTier] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[Industry] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[Language] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[LegalHold] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[RetentionRun] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[Role] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[User] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[UserCompany] TO [eventlead_analyst];
GO
GRANT SELECT ON [audit].[ValidationRule] TO [eventlead_analyst];
GO
GRANT SELECT ON [log].[ApiRequest] TO [eventlead_analyst];
GO
GRANT SELECT ON [log].[ApplicationError] TO [eventlead_analyst];
GO
GRANT SELECT ON [log].[AuthEvent] TO [eventlead_analyst];
GO
GRANT SELECT ON [log].[EmailDelivery] TO [eventlead_analyst];
GO
GRANT INSERT, SELECT ON [audit].[ActivityLog] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[AppSetting] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[ChainAnchor] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[Company] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[CompanyValidationRule] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[Country] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[CustomerTier] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[Industry] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[Language] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[LegalHold] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[RetentionRun] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[Role] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[User] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[UserCompany] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [audit].[ValidationRule] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[Company] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[CompanyBillingDetails] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[CompanyCustomerDetails] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[CompanyOrganizerDetails] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[CompanyRelationship] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[CompanySwitchRequest] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[User] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserAuthenticator] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserCompany] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserEmailChangeToken] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserEmailVerificationToken] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserIndustry] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserInvitation] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserPasskey] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserPasswordResetToken] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserRecoveryCode] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [dbo].[UserRefreshToken] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [log].[ApiRequest] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [log].[ApplicationError] TO [eventlead_app];
GO
GRANT INSERT, SELECT ON [log].[AuthEvent] TO [eventlead_app];
GO
GRANT INSERT, SELECT, UPDATE ON [log].[EmailDelivery] TO [eventlead_app];
GO
GRANT SELECT ON [audit].[ActivityLog] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[AppSetting] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[ChainAnchor] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[Company] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[CompanyValidationRule] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[Country] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[CustomerTier] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[Industry] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[Language] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[LegalHold] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[RetentionRun] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[Role] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[User] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[UserCompany] TO [eventlead_compliance];
GO
GRANT SELECT ON [audit].[ValidationRule] TO [eventlead_compliance];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[ActivityLog] TO [eventlead_retention];
GO
GRANT UPDATE ([IPAddress], [NewValue], [OldValue], [Reason], [RedactedAt], [UserAgent], [UserEmail]) ON [audit].[ActivityLog] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[AppSetting] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[AppSetting] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[ChainAnchor] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[Company] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [Email], [IPAddress], [Phone], [RedactedAt], [UserAgent]) ON [audit].[Company] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[CompanyValidationRule] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[CompanyValidationRule] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[Country] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[Country] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[CustomerTier] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[CustomerTier] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[Industry] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[Industry] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[Language] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[Language] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[LegalHold] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[RetentionRun] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[Role] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[Role] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[User] TO [eventlead_retention];
GO
GRANT UPDATE ([Bio], [ChangeReason], [ChangedByEmail], [Email], [FirstName], [IPAddress], [LastName], [LockedReason], [Phone], [ProfilePictureUrl], [RedactedAt], [RoleTitle], [UserAgent]) ON [audit].[User] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[UserCompany] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [RemovalReason], [UserAgent]) ON [audit].[UserCompany] TO [eventlead_retention];
GO
GRANT DELETE, INSERT, SELECT ON [audit].[ValidationRule] TO [eventlead_retention];
GO
GRANT UPDATE ([ChangeReason], [ChangedByEmail], [IPAddress], [RedactedAt], [UserAgent]) ON [audit].[ValidationRule] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [dbo].[UserEmailChangeToken] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [dbo].[UserEmailVerificationToken] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [dbo].[UserPasswordResetToken] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [dbo].[UserRefreshToken] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [log].[ApiRequest] TO [eventlead_retention];
GO
GRANT UPDATE ([UserAgent]) ON [log].[ApiRequest] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [log].[ApplicationError] TO [eventlead_retention];
GO
GRANT UPDATE ([UserAgent]) ON [log].[ApplicationError] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [log].[AuthEvent] TO [eventlead_retention];
GO
GRANT UPDATE ([Email], [IPAddress], [Reason], [UserAgent]) ON [log].[AuthEvent] TO [eventlead_retention];
GO
GRANT DELETE, SELECT ON [log].[EmailDelivery] TO [eventlead_retention];
GO
GRANT UPDATE ([RecipientEmail], [TemplateData]) ON [log].[EmailDelivery] TO [eventlead_retention];
GO
GRANT SELECT ON [dbo].[Company] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[CompanyBillingDetails] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[CompanyCustomerDetails] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[CompanyOrganizerDetails] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[CompanyRelationship] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[CompanySwitchRequest] TO [eventlead_support];
GO
GRANT SELECT ([AccessTokenVersion], [Bio], [CountryID], [CreatedBy], [CreatedDate], [DeletedBy], [DeletedDate], [Email], [EmailVerifiedAt], [ErasedAt], [FailedLoginAttempts], [FirstName], [FontSizeID], [IsDeleted], [IsEmailVerified], [IsLocked], [IsOnboardingComplete], [LastLoginDate], [LastName], [LastPasswordChange], [LayoutDensityID], [LockedReason], [LockedUntil], [OnboardingStep], [Phone], [PreferredLanguageID], [ProfilePictureUrl], [RefreshTokenVersion], [RoleTitle], [SecondFactorSince], [TermsAcceptedAt], [TermsVersion], [ThemePreferenceID], [TimezoneIdentifier], [UpdatedBy], [UpdatedDate], [UserID], [UserRoleID], [UserStatusID]) ON [dbo].[User] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[UserCompany] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[UserIndustry] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[UserInvitation] TO [eventlead_support];
GO
GRANT SELECT ON [dbo].[UserPasskey] TO [eventlead_support];
GO
GRANT SELECT ON [log].[ApiRequest] TO [eventlead_support];
GO
GRANT SELECT ON [log].[ApplicationError] TO [eventlead_support];
GO
GRANT SELECT ON [log].[AuthEvent] TO [eventlead_support];
GO
GRANT SELECT ON [log].[EmailDelivery] TO [eventlead_support];
GO
