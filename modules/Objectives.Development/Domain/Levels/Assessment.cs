using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Development.Domain.Levels;

/// <summary>At which level a person was found to be, once: it is kept, and another one may take its place as the level in force.</summary>
internal sealed class Assessment : Aggregate
{
    public const int MaxEvidenceLength = 4000;

    private Assessment()
    {
    }

    public Guid Id { get; private init; }

    public override Guid Key => Id;

    public PersonId PersonId { get; private init; }

    public CompetencyId CompetencyId { get; private init; }

    /// <summary>0 for none of it.</summary>
    public int Level { get; private init; }

    public CompetencySource Source { get; private init; }

    public string? Evidence { get; private init; }

    public PersonId AssessedById { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <remarks>Raises <see cref="CompetencyGapsChanged"/>.</remarks>
    public static Assessment Give(PersonId person, CompetencyId competency, int level, CompetencySource source, string? evidence, PersonId by, DateTimeOffset now, Guid? id = null)
    {
        var assessment = new Assessment
        {
            Id = id ?? Guid.CreateVersion7(now),
            PersonId = person,
            CompetencyId = competency,
            Level = level,
            Source = source,
            Evidence = string.IsNullOrWhiteSpace(evidence) ? null : evidence.Trim(),
            AssessedById = by,
            At = now,
        };
        assessment.Raise(new CompetencyGapsChanged(person, null));
        return assessment;
    }
}

/// <summary>An assessment as far as the level in force goes.</summary>
internal sealed record AssessedLevel(Guid Id, PersonId PersonId, CompetencyId CompetencyId, int Level, CompetencySource Source, PersonId AssessedById, DateTimeOffset At);

internal static class LevelInForce
{
    /// <summary>
    /// Of the assessments of one person and competency the one that holds: the latest by somebody else; what he says of himself holds only as long as nobody else has said anything.
    /// Of two at the same moment the one with the greater id. Null of none.
    /// </summary>
    public static AssessedLevel? Of(IEnumerable<AssessedLevel> assessments)
        => assessments.MaxBy(a => (a.Source != CompetencySource.Self, a.At, a.Id));
}
