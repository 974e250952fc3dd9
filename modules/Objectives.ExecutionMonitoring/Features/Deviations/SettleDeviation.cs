using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>Owner and direct superior, or the supervisor that he named, each sign what they agreed (S7.2, S7.4).</summary>
/// <remarks>Fails with REQUIRED, LIMIT_EXCEEDED, NOT_FOUND, FORBIDDEN_BY_STATE (resolved, or for the office meeting or a revision), CONFLICT (this side has signed). Raises <see cref="DeviationSettled"/>.</remarks>
internal static class SettleDeviation
{
    public sealed record Command(DeviationId DeviationId, string Agreement) : ICommand<DeviationId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Agreement).RequiredText(Deviation.MaxTextLength, multiline: true);
    }

    public sealed class Rule(ExecutionMonitoringDb db, DeviationSight sight, DeviationParties parties) : IAccessRule<Command>
    {
        public string Field => "deviationId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var deviation = await db.Deviations.AsNoTracking().Where(await sight.MayReadAsync(db, cancellationToken)).SingleOrDefaultAsync(d => d.Id == request.DeviationId, cancellationToken);
            if (deviation is null)
                return Access.NotFound;
            return await parties.OfAsync(deviation, cancellationToken) is DeviationParty.Owner or DeviationParty.Supervisor ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(ExecutionMonitoringDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, DeviationId>
    {
        public async Task<Result<DeviationId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var deviation = await db.Deviations.SingleAsync(d => d.Id == request.DeviationId, cancellationToken);
            var signed = await db.Settlements.Where(s => s.DeviationId == deviation.Id).ToListAsync(cancellationToken);
            var settled = deviation.Settle(call.Caller.Id, call.Caller.Id == deviation.OwnerId, request.Agreement, signed, clock.GetUtcNow());
            if (!settled.IsSuccess)
                return Result<DeviationId>.Failure(settled.Errors);
            db.Settlements.Add(settled.Value);
            return deviation.Id;
        }
    }
}
