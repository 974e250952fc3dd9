using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>Sets a day at which an objective is controlled, beside those that the calendar gives (S7.1).</summary>
/// <remarks>Fails with NOT_FOUND, INVALID (tolerance; a day outside the cycle or before today), FORBIDDEN_BY_STATE (withdrawn, or not carried out), DUPLICATE (it has a point on that day).</remarks>
internal static class ScheduleControlPoint
{
    /// <param name="Tolerance">Per cent, 0–100; null for the policy's.</param>
    public sealed record Command(ObjectiveId ObjectiveId, DateOnly Date, decimal? Tolerance) : ICommand<ControlPointId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Tolerance).Quantity(0, 100);
    }

    public sealed class Rule(IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => (await mediator.Send(new ReportingTermsOf([request.ObjectiveId]), cancellationToken)).GetValueOrDefault(request.ObjectiveId) is { } terms
                ? terms.MaySchedule ? Access.Granted : Access.Forbidden
                : Access.NotFound;
    }

    public sealed class Handler(ExecutionMonitoringDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ControlPointId>
    {
        public async Task<Result<ControlPointId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var terms = (await mediator.Send(new ReportingTermsOf([request.ObjectiveId]), cancellationToken))[request.ObjectiveId];
            var calendar = (await mediator.Send(new CycleCalendars([terms.CycleId]), cancellationToken))[terms.CycleId];
            if ((ControlRule.CheckOpen(terms, "objectiveId") ?? CheckDate(request.Date, calendar)) is { } wrong)
                return wrong;
            if (ControlCalendar.DaysOf(calendar.Start, calendar.End).Any(d => d.Date == request.Date) || await db.ControlPoints.AnyAsync(p => p.ObjectiveId == request.ObjectiveId && p.Date == request.Date, cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"It has a control point on {request.Date.InEnglish()} already.", $"该目标在 {request.Date.InChinese()} 已有控制点。"), "date");
            var point = ControlPoint.Schedule(request.ObjectiveId, terms.CycleId, request.Date, request.Tolerance, call.Caller.Id, clock.GetUtcNow());
            db.ControlPoints.Add(point);
            return point.Id;
        }

        private static Error? CheckDate(DateOnly date, CycleCalendar calendar)
        {
            if (date < calendar.Start || date > calendar.End)
                return Error.Invalid("date", new($"Within the cycle, {calendar.Start.InEnglish()} to {calendar.End.InEnglish()}.", $"日期应在周期（{calendar.Start.InChinese()} 至 {calendar.End.InChinese()}）之内。"));
            return date < calendar.Today
                ? Error.Invalid("date", new($"Not before today, {calendar.Today.InEnglish()}.", $"日期不能早于今天（{calendar.Today.InChinese()}）。"))
                : null;
        }
    }
}
