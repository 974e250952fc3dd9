using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Incentives;

/// <summary>Who gets how much for which results of a cycle (S4.3, S4.7, S5.5). HR saves it, another of HR approves it; whatever is changed afterwards has to be approved anew. Once its awards are final it stays as it is.</summary>
internal sealed class IncentiveScheme : Aggregate
{
    public const int MaxNameLength = 200;
    public const int MaxReasonLength = 2000;
    public const int MaxParticipants = 20_000;

    private IncentiveScheme()
    {
    }

    public IncentiveSchemeId Id { get; private init; }

    public override Guid Key => Id.Value;

    public CycleId CycleId { get; private init; }

    public UnitId UnitId { get; private set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>In basis points, as the other two.</summary>
    public int IndividualShare { get; private set; }

    public int TeamShare { get; private set; }

    public int CompanyShare { get; private set; }

    public bool RanksPeople { get; private set; }

    public long BudgetMinor { get; private set; }

    public string Currency { get; private set; } = string.Empty;

    /// <summary>As <see cref="PayoutCurve"/> writes them; null when there are none.</summary>
    public string? Rules { get; private set; }

    public PersonId SavedById { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public PersonId? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public string? ApprovalReason { get; private set; }

    public DateTimeOffset? FinalisedAt { get; private set; }

    public PersonId? FinalisedById { get; private set; }

    /// <summary>Of final awards: all together before the budget was looked at.</summary>
    public long? OwedMinor { get; private set; }

    public Shares Shares => new(IndividualShare, TeamShare, CompanyShare);

    public Money Budget => new(BudgetMinor, Currency);

    public PayoutCurve Curve => PayoutCurve.Restore(Rules);

    public bool IsFinal => FinalisedAt is not null;

    public static IncentiveScheme Open(CycleId cycle, IncentiveSchemeId? id = null) => new() { Id = id ?? IncentiveSchemeId.New(), CycleId = cycle };

    /// <summary>An approval given before no longer holds.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (its awards are final).</remarks>
    public Result Save(SchemeTerms terms, PersonId by, DateTimeOffset now)
    {
        if (CheckOpen("id") is { } final)
            return final;
        (UnitId, Name, RanksPeople) = (terms.UnitId, terms.Name.Trim(), terms.RanksPeople);
        (IndividualShare, TeamShare, CompanyShare) = (terms.Shares.Individual, terms.Shares.Team, terms.Shares.Company);
        (BudgetMinor, Currency, Rules) = (terms.Budget.Minor, terms.Budget.Currency, terms.Curve.Write());
        (SavedById, SavedAt) = (by, now);
        (ApprovedById, ApprovedAt, ApprovalReason) = (null, null, null);
        return Result.Success;
    }

    /// <summary>Tells that people take part from now on, or no longer do.</summary>
    public void Tell(IReadOnlyList<PersonId> people)
    {
        if (people.Count > 0)
            Raise(new IncentiveParticipationChanged(Id, CycleId, people));
    }

    /// <param name="takesPart">Whether who approves gets something by it.</param>
    /// <param name="hasFindings">Then a reason is asked for (S5.5).</param>
    /// <remarks>Fails with FORBIDDEN_BY_STATE, CONFLICT (approved already), SAME_PERSON_MAY_NOT_DECIDE (who saved it last, or a participant), REQUIRED.</remarks>
    public Result Approve(PersonId by, string reason, bool takesPart, bool hasFindings, DateTimeOffset now)
    {
        if (CheckOpen("schemeId") is { } final)
            return final;
        if (ApprovedById is not null)
            return new Error(ErrorCode.Conflict, new("The scheme is approved already.", "该方案已批准。"), "schemeId");
        if (by == SavedById)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Someone else of HR than who saved it last approves it.", "方案须由最后保存者以外的人力资源人员批准。"), "schemeId");
        if (takesPart)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody approves what he himself is paid by.", "不能批准本人参与的方案。"), "schemeId");
        if (hasFindings && string.IsNullOrWhiteSpace(reason))
            return new Error(ErrorCode.Required, new("There are findings: say why it is approved all the same.", "方案存在问题，请填写批准理由。"), "reason");
        (ApprovedById, ApprovedAt, ApprovalReason) = (by, now, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        return Result.Success;
    }

    /// <remarks>Fails with CONFLICT (they are final already), FORBIDDEN_BY_STATE (not approved).</remarks>
    public Result Finalise(long owedMinor, PersonId by, DateTimeOffset now)
    {
        if (IsFinal)
            return new Error(ErrorCode.Conflict, new("The awards are final already.", "奖金已最终确定。"), "schemeId");
        if (ApprovedById is null)
            return new Error(ErrorCode.ForbiddenByState, new("The scheme is not approved.", "该方案尚未批准。"), "schemeId");
        (FinalisedAt, FinalisedById, OwedMinor) = (now, by, owedMinor);
        Raise(new AwardsFinalised(Id, CycleId));
        return Result.Success;
    }

    private Error? CheckOpen(string field) => IsFinal ? new Error(ErrorCode.ForbiddenByState, new("Its awards are final: it stays as it is.", "奖金已最终确定，方案不能再变动。"), field) : null;
}

/// <summary>What a scheme says.</summary>
internal sealed record SchemeTerms(UnitId UnitId, string Name, Shares Shares, bool RanksPeople, Money Budget, PayoutCurve Curve);

/// <summary>Who takes part in a scheme, and what he gets at 100 % of target.</summary>
internal sealed class Participant : IPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required IncentiveSchemeId SchemeId { get; init; }

    public Guid Root => SchemeId.Value;

    public required PersonId PersonId { get; init; }

    public required long TargetMinor { get; set; }
}

/// <summary>What someone gets in the end, kept as it was worked out.</summary>
internal sealed class FinalAward : IPart
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public required IncentiveSchemeId SchemeId { get; init; }

    public Guid Root => SchemeId.Value;

    public required CycleId CycleId { get; init; }

    public required PersonId PersonId { get; init; }

    public required long TargetMinor { get; init; }

    public required decimal? IndividualScore { get; init; }

    public required decimal IndividualPercent { get; init; }

    public required long IndividualMinor { get; init; }

    /// <summary>Whose objectives the team's score is of; null when no unit has any.</summary>
    public required UnitId? TeamId { get; init; }

    public required int TeamAssessed { get; init; }

    public required decimal? TeamScore { get; init; }

    public required decimal TeamPercent { get; init; }

    public required long TeamMinor { get; init; }

    public required int CompanyAssessed { get; init; }

    public required decimal? CompanyScore { get; init; }

    public required decimal CompanyPercent { get; init; }

    public required long CompanyMinor { get; init; }

    /// <summary>Before the budget was looked at.</summary>
    public required long OwedMinor { get; init; }
}
