using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>Who a sign-in token stands for; null when it is unknown, expired or revoked, or the person is no longer active.</summary>
public sealed record CallerOfToken(string Token) : IRequest<SignedInPerson?>;

/// <param name="Token">The access token by which a tool stands in for him; null when he has signed in himself.</param>
/// <param name="TokenReadOnly">Whether that token may only read.</param>
public sealed record SignedInPerson(SessionId SessionId, PersonId PersonId, UnitId UnitId, Locale Locale, IReadOnlySet<Role> Roles, long StructureStamp, AccessTokenId? Token = null, bool TokenReadOnly = false);

/// <summary>Opens a session for a person that some means of sign-in has recognised. The token is told once and kept only as a hash.</summary>
public sealed record OpenSession(PersonId PersonId) : IRequest<string>;

/// <summary>Ends the session of a token.</summary>
public sealed record CloseSession(string Token) : IRequest<bool>;

/// <summary>An active person by employee number or e-mail address; null when there is none.</summary>
public sealed record PersonByLogin(string EmployeeNumberOrEmail) : IRequest<PersonId?>;

/// <summary>Who a session stands for now; null when it has ended or the person is no longer active.</summary>
public sealed record CallerOfSession(SessionId SessionId) : IRequest<SignedInPerson?>;

/// <summary>Someone as if he were signed in, for work that the program does in his name; null when he is no longer active.</summary>
public sealed record CallerOfPerson(PersonId PersonId) : IRequest<SignedInPerson?>;

/// <summary>What the page shows of who is signed in.</summary>
public sealed record PersonSummary(PersonId PersonId) : IRequest<PersonSummaryAnswer>;

public sealed record PersonSummaryAnswer(string EmployeeNumber, string Name, Locale Locale);

/// <summary>An active person by employee number or e-mail address, and password; null when they do not fit, or too many attempts failed of late.</summary>
public sealed record PersonByPassword(string EmployeeNumberOrEmail, string Password) : IRequest<PersonId?>;

/// <summary>Whether nobody works here yet.</summary>
public sealed record InstallationIsEmpty : IRequest<bool>;

/// <summary>Sets an empty installation up: the company, its root unit, and its first person, an administrator, with a password. Once, even when two try at the same time.</summary>
public sealed record ClaimInstallation(string Company, string TimeZone, string Currency, string EmployeeNumber, string Name, string Email, string Password) : IRequest<ClaimInstallationAnswer>;

/// <param name="PersonId">Null when the input was refused.</param>
public sealed record ClaimInstallationAnswer(PersonId? PersonId, IReadOnlyList<InputError> Errors);

/// <summary>Gives a person a password in place of any that he had, and ends his sessions but the one to keep, not his access tokens. Answers with what is wrong, or nothing.</summary>
public sealed record SetPassword(PersonId PersonId, string Password, SessionId? Keep = null) : IRequest<IReadOnlyList<InputError>>;

/// <param name="Code">The contract's UserErrorCode in C# case.</param>
/// <param name="Field">Null for the whole input.</param>
public sealed record InputError(string Code, string? Field, string English, string Chinese);
