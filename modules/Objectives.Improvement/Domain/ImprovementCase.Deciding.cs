using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;

namespace Objectives.Improvement.Domain;

/// <summary>What can be done about the root causes, and what is (S7.8, S7.9).</summary>
internal sealed partial class ImprovementCase
{
    public const int MaxCriteria = 12;
    public const int MaxCountermeasures = 12;
    public const int FewestAlternatives = 2;
    public const int WholeWeight = 10_000;

    /// <summary>A deadline lies at most so many days ahead.</summary>
    public const int LatestDue = 366;
    public const int SlowestRhythm = 92;

    public CountermeasureId? ChosenId { get; private set; }

    public string? Rationale { get; private set; }

    public PersonId? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public PersonId? ResponsibleId { get; private set; }

    public DateOnly? Due { get; private set; }

    public int? ReportEveryDays { get; private set; }

    public Countermeasure? CountermeasureOf(CountermeasureId id) => _countermeasures.Find(m => m.Id == id);

    /// <summary>Replaces the criteria; one that keeps its name keeps what was scored by it.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (no root cause is confirmed, or decided already), WEIGHTS_NOT_100, DUPLICATE.</remarks>
    public Result SetCriteria(IReadOnlyList<CriterionTerms> terms, Func<int, CriterionId>? ids = null)
    {
        if (Status != ImprovementStatus.Countermeasures)
            return NotNow("caseId");
        var names = terms.Select(t => t.Name.Trim()).ToList();
        foreach (var (index, name) in names.Index())
        {
            if (names.FindIndex(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) < index)
                return new Error(ErrorCode.Duplicate, new("Another criterion has this name.", "已有同名标准。"), $"criteria.{index}.name");
        }
        if (terms.Sum(t => t.Weight) is not WholeWeight and var sum)
        {
            var total = sum / 100m;
            return new Error(
                ErrorCode.WeightsNot100, new($"The weights make up {total:0.##} %, not 100 %.", $"权重合计为 {total:0.##}%，应为 100%。"), "criteria", new Dictionary<string, object?> { ["total"] = total });
        }
        var before = _criteria.ToList();
        _criteria.RemoveAll(c => !names.Contains(c.Name, StringComparer.OrdinalIgnoreCase));
        foreach (var (index, term) in terms.Index())
        {
            var kept = before.Find(c => c.Name.Equals(names[index], StringComparison.OrdinalIgnoreCase));
            if (kept is null)
                _criteria.Add(new() { Id = ids?.Invoke(index) ?? CriterionId.New(), CaseId = Id, Name = names[index], Weight = term.Weight, Ordinal = index });
            else
                (kept.Name, kept.Weight, kept.Ordinal) = (names[index], term.Weight, index);
        }
        _criteria.Sort((a, b) => a.Ordinal.CompareTo(b.Ordinal));
        foreach (var measure in _countermeasures.Where(m => m.Scores.Any(s => !IsCriterion(s.CriterionId))))
            measure.Scores = [.. measure.Scores.Where(s => IsCriterion(s.CriterionId))];
        return Result.Success;
    }

    /// <summary>Adds an alternative, or changes one.</summary>
    /// <remarks>Fails with NOT_FOUND, FORBIDDEN_BY_STATE (no root cause is confirmed, or decided already), REQUIRED (a cause that it deals with, a score by each criterion), INVALID (a cause that is not confirmed), DUPLICATE, LIMIT_EXCEEDED.</remarks>
    public Result<CountermeasureId> SaveCountermeasure(CountermeasureId? id, CountermeasureTerms terms, CountermeasureId? newId = null)
    {
        if (Status != ImprovementStatus.Countermeasures)
            return NotNow("caseId");
        var measure = id is { } known ? CountermeasureOf(known) : null;
        if (id is not null && measure is null)
            return Error.NotFound("countermeasureId");
        if ((CheckAddresses(terms.Addresses) ?? CheckScores(terms.Scores)) is { } wrong)
            return wrong;
        if (measure is null)
        {
            if (_countermeasures.Count >= MaxCountermeasures)
                return new Error(ErrorCode.LimitExceeded, new($"A case holds at most {MaxCountermeasures} countermeasures.", $"一个案例最多 {MaxCountermeasures} 项对策。"), "caseId");
            measure = new() { Id = newId ?? CountermeasureId.New(), CaseId = Id, Ordinal = _countermeasures.Count == 0 ? 0 : _countermeasures.Max(m => m.Ordinal) + 1 };
            _countermeasures.Add(measure);
        }
        (measure.Title, measure.Description, measure.Addresses) = (terms.Title.Trim(), terms.Description.Trim(), [.. terms.Addresses.Distinct()]);
        (measure.CostMinor, measure.CostCurrency) = (terms.Cost?.Minor, terms.Cost?.Currency);
        measure.Scores = [.. _criteria.SelectMany(c => terms.Scores.Where(s => s.CriterionId == c.Id))];
        return measure.Id;
    }

    /// <remarks>Fails with FORBIDDEN_BY_STATE (it was chosen, or one is being carried out).</remarks>
    public Result RemoveCountermeasure(CountermeasureId id)
    {
        if (Status != ImprovementStatus.Countermeasures)
            return NotNow("id");
        if (ChosenId == id)
            return new Error(ErrorCode.ForbiddenByState, new("It was chosen, and stays on record.", "该对策曾被选定，须保留。"), "id");
        _countermeasures.RemoveAll(m => m.Id == id);
        return Result.Success;
    }

    /// <summary>Chooses what is carried out, by whom, until when and how often he reports; while it is carried out, someone else or another day can be named by deciding anew.</summary>
    /// <remarks>
    /// Fails with FORBIDDEN_BY_STATE (no root cause is confirmed, or it is done), NOT_ENOUGH_ALTERNATIVES, NOT_FOUND, REQUIRED (criteria, or a score of some alternative), SAME_PERSON_MAY_NOT_DECIDE (the owner), INVALID (a
    /// deadline that is past or too far). Raises <see cref="CountermeasureDecided"/>.
    /// </remarks>
    /// <param name="today">In the cycle's time zone.</param>
    public Result Decide(CountermeasureId id, string rationale, Assignment assigned, PersonId by, DateOnly today, DateTimeOffset now)
    {
        if (CheckDecidable(by) is { } refused)
            return refused;
        if (CountermeasureOf(id) is null)
            return Error.NotFound("countermeasureId");
        if (assigned.Due < today || assigned.Due > today.AddDays(LatestDue))
            return Error.Invalid("due", new($"Between {today.InEnglish()} and {today.AddDays(LatestDue).InEnglish()}.", $"应在 {today.InChinese()} 与 {today.AddDays(LatestDue).InChinese()} 之间。"));
        (ChosenId, Rationale, DecidedById, DecidedAt, Status) = (id, rationale.Trim(), by, now, ImprovementStatus.InProgress);
        (ResponsibleId, Due, ReportEveryDays) = (assigned.ResponsibleId, assigned.Due, assigned.ReportEveryDays);
        NextReportDue = ReportRhythm.First(today, assigned.ReportEveryDays, assigned.Due);
        Raise(new CountermeasureDecided(Id, ObjectiveId, OwnerId, assigned.ResponsibleId, assigned.Due, by));
        return Result.Success;
    }

    /// <summary>Why it cannot be decided now.</summary>
    public Error? CheckDecidable(PersonId by)
    {
        if (Status is not (ImprovementStatus.Countermeasures or ImprovementStatus.InProgress))
            return NotNow("caseId");
        if (by == OwnerId)
            return new(ErrorCode.SamePersonMayNotDecide, new("The owner does not decide about his own objective's improvement; his superior does.", "责任人不能决定自己目标的改善对策，应由上级决定。"), "caseId");
        return CheckComparable();
    }

    /// <summary>What is missing to decide: alternatives, or their scores.</summary>
    public Error? CheckComparable()
    {
        if (_countermeasures.Count < FewestAlternatives)
            return new(
                ErrorCode.NotEnoughAlternatives, new($"At least {FewestAlternatives} countermeasures are compared; there are {_countermeasures.Count}.", $"至少比较 {FewestAlternatives} 项对策，当前为 {_countermeasures.Count} 项。"), "countermeasureId",
                new Dictionary<string, object?> { ["alternatives"] = _countermeasures.Count });
        return _criteria.Count == 0 || _countermeasures.Exists(m => m.Scores.Count < _criteria.Count)
            ? new(ErrorCode.Required, new("Every countermeasure is scored by every criterion first.", "请先按每项标准为所有对策评分。"), "countermeasureId")
            : null;
    }

    private bool IsCriterion(CriterionId id) => _criteria.Exists(c => c.Id == id);

    private Error? CheckAddresses(IReadOnlyList<CauseId> addresses)
    {
        if (addresses.Count == 0)
            return Error.Required("addresses");
        foreach (var (index, id) in addresses.Index())
        {
            if (CauseOf(id) is not { } cause)
                return Error.NotFound($"addresses.{index}");
            if (!cause.ConfirmedRoot)
                return Error.Invalid($"addresses.{index}", new("It is no confirmed root cause.", "该原因尚未确认为根本原因。"));
        }
        return null;
    }

    private Error? CheckScores(IReadOnlyList<Score> scores)
    {
        foreach (var (index, score) in scores.Index())
        {
            if (!IsCriterion(score.CriterionId))
                return Error.NotFound($"scores.{index}.criterionId");
            if (scores.Take(index).Any(s => s.CriterionId == score.CriterionId))
                return new(ErrorCode.Duplicate, new("One score by each criterion.", "每项标准只能评一次分。"), $"scores.{index}.criterionId");
        }
        return scores.Count < _criteria.Count ? new(ErrorCode.Required, new("A score by each criterion.", "请按每项标准评分。"), "scores") : null;
    }
}

/// <summary>Who carries a countermeasure out, until when, and how often he tells of it (S7.9).</summary>
internal sealed record Assignment(PersonId ResponsibleId, DateOnly Due, int ReportEveryDays);
