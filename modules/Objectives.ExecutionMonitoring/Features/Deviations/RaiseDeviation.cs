using FluentValidation;
using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Features.Control;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>The owner, or whoever may change the objective, tells of a lag or difficulty (S7.4).</summary>
/// <remarks>Fails with REQUIRED, LIMIT_EXCEEDED, NOT_FOUND, FORBIDDEN_BY_STATE (withdrawn, or not carried out). Raises <see cref="DeviationOpened"/>.</remarks>
internal static class RaiseDeviation
{
    public sealed record Command(ObjectiveId ObjectiveId, DeviationKind Kind, string Description, bool? ExternalCause) : ICommand<DeviationId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Description).RequiredText(Deviation.MaxTextLength, multiline: true);
    }

    public sealed class Rule(IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => (await mediator.Send(new ReportingTermsOf([request.ObjectiveId]), cancellationToken)).GetValueOrDefault(request.ObjectiveId) is not { } terms ? Access.NotFound
                : terms.MaySchedule ? Access.Granted : Access.Forbidden;
    }

    public sealed class Handler(ExecutionMonitoringDb db, FiguresRefresh figures, ProgressReader reader, DeviationSweep sweep, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, DeviationId>
    {
        public async Task<Result<DeviationId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var terms = (await mediator.Send(new ReportingTermsOf([request.ObjectiveId]), cancellationToken))[request.ObjectiveId];
            if (ControlRule.CheckOpen(terms, "objectiveId") is { } ended)
                return ended;
            await figures.RefreshMarkedAsync(cancellationToken);
            var nodes = await mediator.Send(new RollUpTree([request.ObjectiveId]), cancellationToken);
            var readings = await reader.ReadAsync([.. nodes.Select(n => n.Id)], moment: null, cancellationToken);
            var (severity, effects) = await sweep.AssessAsync(nodes, readings, request.ObjectiveId, cancellationToken);
            var reading = readings[request.ObjectiveId];
            var deviation = Deviation.Open(
                reading.Terms, request.Kind, request.Description, request.ExternalCause == true, severity, (reading.Progress.ActualToDate, reading.Progress.TargetToDate), reading.Progress.LastReportedAt, call.Caller.Id,
                clock.GetUtcNow());
            await sweep.KeepAsync([(deviation, effects)], cancellationToken);
            db.Deviations.Add(deviation);
            return deviation.Id;
        }
    }
}
