using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Cycles;

/// <summary>Sets thresholds of a cycle; those left out stay.</summary>
internal static class SetCyclePolicy
{
    [AllowedTo(Role.Administrator, Role.Hr)]
    public sealed record Command(
        CycleId CycleId, long? ExpectedVersion, PolicyAction? UnacknowledgedBriefing, decimal? ReadinessThreshold, decimal? IndividualShareLimit, decimal? Tolerance, int? FollowUpWorkingDays,
        int? ReportGraceDays, decimal? DuplicateSimilarity, int? PaperworkMinutesPerMonth, decimal? AtRiskProbability, decimal? TooLowPercentile, decimal? TooHighPercentile,
        decimal? StretchPercentile, int? EscalationDays, decimal? RebalanceBound) : ICommand<CycleId>
    {
        public CyclePolicy Over(CyclePolicy now) => new(
            UnacknowledgedBriefing ?? now.UnacknowledgedBriefing, ReadinessThreshold ?? now.ReadinessThreshold, IndividualShareLimit ?? now.IndividualShareLimit, Tolerance ?? now.Tolerance,
            FollowUpWorkingDays ?? now.FollowUpWorkingDays, ReportGraceDays ?? now.ReportGraceDays, DuplicateSimilarity ?? now.DuplicateSimilarity,
            PaperworkMinutesPerMonth ?? now.PaperworkMinutesPerMonth, AtRiskProbability ?? now.AtRiskProbability, TooLowPercentile ?? now.TooLowPercentile,
            TooHighPercentile ?? now.TooHighPercentile, StretchPercentile ?? now.StretchPercentile, EscalationDays ?? now.EscalationDays, RebalanceBound ?? now.RebalanceBound);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ReadinessThreshold).Quantity(1, 5);
            RuleFor(c => c.IndividualShareLimit).Quantity(0, 100);
            RuleFor(c => c.Tolerance).Quantity(0, 100);
            RuleFor(c => c.FollowUpWorkingDays).Between(0, 60);
            RuleFor(c => c.ReportGraceDays).Between(0, 60);
            RuleFor(c => c.DuplicateSimilarity).Quantity(0, 1);
            RuleFor(c => c.PaperworkMinutesPerMonth).Between(0, 10_000);
            RuleFor(c => c.AtRiskProbability).Quantity(0, 1);
            RuleFor(c => c.TooLowPercentile).Quantity(0, 100);
            RuleFor(c => c.TooHighPercentile).Quantity(0, 100);
            RuleFor(c => c.StretchPercentile).Quantity(0, 100);
            RuleFor(c => c.EscalationDays).Between(0, 60);
            RuleFor(c => c.RebalanceBound).Quantity(0, 100);
        }
    }

    public sealed class Handler(PlanningDb db) : ICommandHandler<Command, CycleId>
    {
        public async Task<Result<CycleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            if (cycle.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (cycle.Status == CycleStatus.Closed)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle is closed.", "周期已关闭。"), "cycleId");
            var policy = request.Over(cycle.Policy);
            if (policy.TooLowPercentile > policy.StretchPercentile || policy.StretchPercentile > policy.TooHighPercentile)
                return Error.Invalid(FieldOf(request), new("The percentile of a stretch lies between those of too low and too high.", "挑战分位应介于过低分位与过高分位之间。"));
            cycle.SetPolicy(policy);
            return cycle.Id;
        }

        /// <summary>Of the three percentiles, one that was sent.</summary>
        private static string FieldOf(Command request) => request switch
        {
            { StretchPercentile: not null } => "stretchPercentile",
            { TooLowPercentile: not null } => "tooLowPercentile",
            _ => "tooHighPercentile",
        };
    }
}
