using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

/// <summary>Replaces what was recorded of a period by a new entry that names the old one, which stays readable (S7.3).</summary>
/// <remarks>Fails with REQUIRED, INVALID, FORBIDDEN_BY_STATE (objective or cycle takes none), CONFLICT (it was corrected meanwhile).</remarks>
internal static class CorrectActual
{
    public sealed record Command(ActualId ActualId, decimal? Value, decimal? Numerator, decimal? Denominator, string Reason) : ICommand<ActualId>, IAddsOnly;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Value).Quantity();
            RuleFor(c => c.Numerator).Quantity();
            RuleFor(c => c.Denominator).Quantity();
            RuleFor(c => c.Reason).RequiredText(Actual.MaxTextLength, multiline: true);
        }
    }

    public sealed class Rule(ExecutionMonitoringDb db, ReportingRule rule) : IAccessRule<Command>
    {
        public string Field => "actualId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var objectives = await db.Actuals.Where(a => a.Id == request.ActualId).Select(a => a.ObjectiveId).ToListAsync(cancellationToken);
            var access = await rule.CheckAsync(objectives, cancellationToken);
            return rule.Terms.Count == 0 ? Access.NotFound : access;
        }
    }

    public sealed class Handler(ExecutionMonitoringDb db, ReportingRule rule, CallContext call, BusinessClock clock) : ICommandHandler<Command, ActualId>
    {
        public async Task<Result<ActualId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var old = await db.Actuals.SingleAsync(a => a.Id == request.ActualId, cancellationToken);
            var terms = rule.Terms[old.ObjectiveId];
            if (ActualRule.CheckOpen(terms, "actualId") is { } ended)
                return ended;
            var newer = await db.Actuals.Where(a => a.CorrectsId == old.Id).Select(a => (ActualId?)a.Id).SingleOrDefaultAsync(cancellationToken);
            if (newer is { } by)
                return new Error(
                    ErrorCode.Conflict, new("It was corrected already; correct the newer entry.", "该记录已被更正，请更正最新的记录。"), "actualId",
                    new Dictionary<string, object?> { ["correctedBy"] = Platform.GraphQl.GlobalId.TryEncode(by) });
            var figure = ActualRule.Read(request.Value, request.Numerator, request.Denominator, terms);
            if (!figure.IsSuccess)
                return figure.Errors[0];
            var correction = Actual.Record(
                old.ObjectiveId, old.Period, figure.Value, ActualSource.Report, call.Caller.Id, clock.GetUtcNow(), old.Note, old.EvidenceUrl, new(old.Id, request.Reason));
            db.Actuals.Add(correction);
            call.Written[correction.Id.Value] = ActualProjection.ToModel(correction);
            return correction.Id;
        }
    }
}
