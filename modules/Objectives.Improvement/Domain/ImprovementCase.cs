using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Domain;

internal enum ImprovementStatus
{
    /// <summary>Why did it happen?</summary>
    Analysis,

    /// <summary>A root cause is confirmed: what can be done about it?</summary>
    Countermeasures,

    /// <summary>It was decided, and is carried out.</summary>
    InProgress,

    /// <summary>It is done; later actuals must show whether it helped.</summary>
    Verifying,
    Closed,
}

/// <summary>What is learned from a deviation and done about its causes (S7.7–S7.10), one case for each deviation.</summary>
/// <remarks>
/// ANALYSIS until the first root cause is confirmed with evidence; COUNTERMEASURES until one of at least two is decided; IN_PROGRESS until the responsible person reports it done; VERIFYING until later actuals show that the gap is
/// closed, or the higher leader accepts that it is not: then CLOSED. What did not help goes back to COUNTERMEASURES, with all that was found out.
/// </remarks>
internal sealed partial class ImprovementCase : Aggregate
{
    public const int MaxTextLength = 4000;
    public const int MaxNameLength = 200;

    private readonly List<Cause> _causes = [];
    private readonly List<Criterion> _criteria = [];
    private readonly List<Countermeasure> _countermeasures = [];
    private readonly List<ImprovementReport> _reports = [];
    private readonly List<Verification> _verifications = [];

    private ImprovementCase()
    {
    }

    public ImprovementCaseId Id { get; private init; }

    public override Guid Key => Id.Value;

    public DeviationId DeviationId { get; private init; }

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    public MeasureId MeasureId { get; private init; }

    /// <summary>The objective's, as it is kept up to date.</summary>
    public UnitId UnitId { get; private set; }

    /// <inheritdoc cref="UnitId"/>
    public PersonId OwnerId { get; private set; }

    /// <summary>The objective's title, by which the case is found.</summary>
    public string Title { get; private init; } = string.Empty;

    /// <summary>What whoever raised the deviation said of it; null of what the rule opened.</summary>
    public string? Symptoms { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public PersonId OpenedById { get; private init; }

    public ImprovementStatus Status { get; private set; }

    /// <summary>What was learned; for everyone who meets a like deviation, once the case is closed.</summary>
    public string? Lessons { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<Cause> Causes => _causes;

    public IReadOnlyList<Criterion> Criteria => _criteria;

    public IReadOnlyList<Countermeasure> Countermeasures => _countermeasures;

    public IReadOnlyList<ImprovementReport> Reports => _reports;

    public IReadOnlyList<Verification> Verifications => _verifications;

    public static ImprovementCase Open(CaseOrigin of, PersonId by, DateTimeOffset now, ImprovementCaseId? id = null)
    {
        var opened = new ImprovementCase
        {
            Id = id ?? ImprovementCaseId.New(),
            DeviationId = of.DeviationId,
            ObjectiveId = of.ObjectiveId,
            CycleId = of.CycleId,
            MeasureId = of.MeasureId,
            UnitId = of.UnitId,
            OwnerId = of.OwnerId,
            Title = of.Title,
            Symptoms = of.Symptoms,
            OpenedAt = now,
            OpenedById = by,
        };
        opened.Raise(new ImprovementCaseOpened(opened.Id, of.DeviationId, of.ObjectiveId, of.CycleId, of.OwnerId, by));
        return opened;
    }

    /// <summary>Its objective is somebody else's by now, or of another unit.</summary>
    public void Follow(UnitId unit, PersonId owner) => (UnitId, OwnerId) = (unit, owner);

    /// <summary>Whether causes and countermeasures can still be worked on.</summary>
    public Error? CheckAnalysing() => Status is ImprovementStatus.Analysis or ImprovementStatus.Countermeasures ? null : NotNow("caseId");

    private Error NotNow(string field) => new(
        ErrorCode.ForbiddenByState,
        Status switch
        {
            ImprovementStatus.Analysis => new("A root cause is to be confirmed with evidence first.", "请先以证据确认根本原因。"),
            ImprovementStatus.Countermeasures => new("One of the countermeasures is to be decided first.", "请先比较并决定对策。"),
            ImprovementStatus.InProgress => new("The countermeasure is being carried out; the responsible person has not reported it done.", "对策正在实施，责任人尚未报告完成。"),
            ImprovementStatus.Verifying => new("The countermeasure is carried out; whether it helped is to be verified.", "对策已实施，等待验证效果。"),
            _ => new("The case is closed.", "改善案例已结案。"),
        },
        field);

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The deviation from which a case is opened.</summary>
internal sealed record CaseOrigin(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, MeasureId MeasureId, UnitId UnitId, PersonId OwnerId, string Title, string? Symptoms);
