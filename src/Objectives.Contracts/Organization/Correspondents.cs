using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>How often a person gets mail of what he is told.</summary>
public enum MailRhythm
{
    AtOnce,
    DailyDigest,
    Never,
}

/// <summary>People as they are named and written to, also those who have left; without those that are not.</summary>
public sealed record CorrespondentsOf(IReadOnlyCollection<PersonId> People) : IRequest<IReadOnlyDictionary<PersonId, Correspondent>>;

/// <param name="Roles">Those that were given.</param>
public sealed record Correspondent(PersonId Id, string Name, UnitId UnitId, string Email, Locale Locale, MailRhythm Mail, bool Active, IReadOnlySet<Role> Roles);

/// <summary>Who works here and was given a role.</summary>
public sealed record HoldersOf(Role Role) : IRequest<IReadOnlyList<PersonId>>;
