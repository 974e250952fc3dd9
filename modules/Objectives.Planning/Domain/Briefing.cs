using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

internal enum BriefingKind
{
    GeneralEnvironment,
    IndustryEnvironment,
    CompetitiveEnvironment,
    CompanyResults,
    ObjectivePublication,
}

internal static class BriefingKinds
{
    /// <summary>The information that is shared before objectives are set (S4.2).</summary>
    public static readonly IReadOnlyList<BriefingKind> Information =
        [BriefingKind.GeneralEnvironment, BriefingKind.IndustryEnvironment, BriefingKind.CompetitiveEnvironment, BriefingKind.CompanyResults];

    public static Text Name(this BriefingKind kind) => kind switch
    {
        BriefingKind.GeneralEnvironment => new("general environment", "一般环境"),
        BriefingKind.IndustryEnvironment => new("industry environment", "行业环境"),
        BriefingKind.CompetitiveEnvironment => new("competitive environment", "竞争环境"),
        BriefingKind.CompanyResults => new("company results", "公司业绩"),
        _ => new("publication of objectives", "目标公布"),
    };
}

/// <summary>
/// What everyone in a unit and below it is told, and acknowledges: one of the four kinds of information before objectives are set (S4.2), or the objectives that
/// were set (S6.10). Who publishes it counts as informed.
/// </summary>
internal sealed class Briefing : Aggregate
{
    public const int MaxTitleLength = 200;
    public const int MaxBodyLength = 20_000;
    public const int MaxObjectives = 200;

    private Briefing()
    {
    }

    public BriefingId Id { get; private set; }

    public override Guid Key => Id.Value;

    public CycleId CycleId { get; private set; }

    /// <summary>With all below it.</summary>
    public UnitId UnitId { get; private set; }

    public BriefingKind Kind { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string Body { get; private set; } = string.Empty;

    /// <summary>Of a publication: what is made known.</summary>
    public List<Guid> ObjectiveIds { get; private set; } = [];

    public PersonId PublishedById { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public static Briefing Publish(
        CycleId cycleId, UnitId unitId, BriefingKind kind, string title, string body, IEnumerable<ObjectiveId> objectives, PersonId by, DateTimeOffset now, BriefingId? id = null)
    {
        var briefing = new Briefing
        {
            Id = id ?? BriefingId.New(), CycleId = cycleId, UnitId = unitId, Kind = kind, Title = title.Trim(), Body = body.Trim(), ObjectiveIds = [.. objectives.Select(o => o.Value).Distinct()],
            PublishedById = by, PublishedAt = now,
        };
        briefing.Raise(new BriefingPublished(briefing.Id, cycleId, unitId, by));
        return briefing;
    }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}

/// <summary>Someone's word that he has read a briefing. Of its own, so that a company that reads at once does not wait for one row.</summary>
internal sealed class Acknowledgement : Aggregate
{
    private Acknowledgement()
    {
    }

    public Guid Id { get; private set; }

    public override Guid Key => Id;

    public BriefingId BriefingId { get; private set; }

    public PersonId PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Acknowledgement Give(BriefingId briefing, PersonId by, DateTimeOffset now, Guid? id = null)
        => new() { Id = id ?? Guid.CreateVersion7(now), BriefingId = briefing, PersonId = by, At = now };
}
