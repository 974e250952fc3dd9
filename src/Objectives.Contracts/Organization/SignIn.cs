using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>Who a sign-in token stands for; null when it is unknown, expired or revoked, or the person is no longer active.</summary>
public sealed record CallerOfToken(string Token) : IRequest<SignedInPerson?>;

public sealed record SignedInPerson(SessionId SessionId, PersonId PersonId, UnitId UnitId, Locale Locale, IReadOnlySet<Role> Roles, long StructureStamp);

/// <summary>Opens a session for a person that some means of sign-in has recognised. The token is told once and kept only as a hash.</summary>
public sealed record OpenSession(PersonId PersonId) : IRequest<string>;

/// <summary>Ends the session of a token.</summary>
public sealed record CloseSession(string Token) : IRequest<bool>;

/// <summary>An active person by employee number or e-mail address; null when there is none.</summary>
public sealed record PersonByLogin(string EmployeeNumberOrEmail) : IRequest<PersonId?>;
