using Objectives.Contracts.Improvement;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Domain;

/// <summary>Why it happened (S7.7): chains of whys that end in root causes.</summary>
internal sealed partial class ImprovementCase
{
    public const int MaxCauses = 100;

    /// <summary>Five whys are meant to be enough; so many are allowed.</summary>
    public const int MaxWhys = 10;

    public Cause? CauseOf(CauseId id) => _causes.Find(c => c.Id == id);

    /// <summary>Adds a cause, or changes one that is not confirmed.</summary>
    /// <remarks>Fails with NOT_FOUND, FORBIDDEN_BY_STATE (decided already; of a confirmed root cause, or under one), CYCLE_IN_TREE, LIMIT_EXCEEDED.</remarks>
    public Result<CauseId> SaveCause(CauseId? id, CauseTerms terms, CauseId? newId = null)
    {
        if (CheckAnalysing() is { } late)
            return late;
        var cause = id is { } known ? CauseOf(known) : null;
        if (id is not null && cause is null)
            return Error.NotFound("causeId");
        if (cause is { ConfirmedRoot: true })
            return Confirmed("causeId");
        if (CheckParent(cause, terms.ParentId) is { } misplaced)
            return misplaced;
        if (cause is null)
        {
            if (_causes.Count >= MaxCauses)
                return new Error(ErrorCode.LimitExceeded, new($"A case holds at most {MaxCauses} causes.", $"一个案例最多 {MaxCauses} 条原因。"), "caseId");
            cause = new() { Id = newId ?? CauseId.New(), CaseId = Id, Ordinal = _causes.Count == 0 ? 0 : _causes.Max(c => c.Ordinal) + 1 };
            _causes.Add(cause);
        }
        (cause.Category, cause.Text, cause.ParentId, cause.Evidence) = (terms.Category, terms.Text.Trim(), terms.ParentId, TextOrNull(terms.Evidence));
        return cause.Id;
    }

    /// <summary>With a confirmed root cause the case can go on.</summary>
    /// <remarks>Fails with NOT_FOUND, FORBIDDEN_BY_STATE (decided already; another why lies under it), CONFLICT (confirmed already).</remarks>
    public Result ConfirmRootCause(CauseId id, string evidence)
    {
        if (CheckAnalysing() is { } late)
            return late;
        if (CauseOf(id) is not { } cause)
            return Error.NotFound("causeId");
        if (_causes.Exists(c => c.ParentId == id))
            return new Error(ErrorCode.ForbiddenByState, new("Another why lies under it: the root cause is at the end of the chain.", "其下还有更深层原因：根本原因应位于原因链末端。"), "causeId");
        if (cause.ConfirmedRoot)
            return new Error(ErrorCode.Conflict, new("It is confirmed already.", "该原因已确认为根本原因。"), "causeId");
        (cause.ConfirmedRoot, cause.Evidence, Status) = (true, evidence.Trim(), ImprovementStatus.Countermeasures);
        return Result.Success;
    }

    /// <summary>Takes a cause out that was a wrong track; without any confirmed one the analysis begins again.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (decided already; another why lies under it; a countermeasure deals with it).</remarks>
    public Result RemoveCause(CauseId id)
    {
        if (CheckAnalysing() is { } late)
            return late with { Field = "id" };
        if (_causes.Exists(c => c.ParentId == id))
            return new Error(ErrorCode.ForbiddenByState, new("Another why lies under it; remove that first.", "其下还有更深层原因，请先删除下层原因。"), "id");
        if (_countermeasures.Exists(m => m.Addresses.Contains(id)))
            return new Error(ErrorCode.ForbiddenByState, new("A countermeasure deals with it.", "已有对策针对该原因。"), "id");
        _causes.RemoveAll(c => c.Id == id);
        if (!_causes.Exists(c => c.ConfirmedRoot))
            Status = ImprovementStatus.Analysis;
        return Result.Success;
    }

    private Error? CheckParent(Cause? cause, CauseId? parentId)
    {
        if (parentId is not { } above)
            return null;
        if (CauseOf(above) is not { } parent)
            return Error.NotFound("parentId");
        if (parent.ConfirmedRoot)
            return Confirmed("parentId");
        var depth = 1;
        for (var at = parent; at is not null; at = at.ParentId is { } next ? CauseOf(next) : null)
        {
            if (at == cause)
                return new(ErrorCode.CycleInTree, new("A cause cannot be its own cause.", "原因不能成为自身的原因。"), "parentId");
            depth++;
        }
        return depth + (cause is null ? 0 : HeightOf(cause)) > MaxWhys
            ? new(ErrorCode.LimitExceeded, new($"A chain has at most {MaxWhys} whys.", $"一条原因链最多 {MaxWhys} 个为什么。"), "parentId")
            : null;
    }

    private int HeightOf(Cause cause) => _causes.Where(c => c.ParentId == cause.Id).Select(c => 1 + HeightOf(c)).DefaultIfEmpty(0).Max();

    private static Error Confirmed(string field) => new(ErrorCode.ForbiddenByState, new("It is confirmed as a root cause.", "该原因已确认为根本原因。"), field);
}
