using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>Whoever leads the owner answers his report with guidance (S7.2).</summary>
/// <remarks>
/// The owner's direct superior, whoever leads the owner's unit or one above it, and executives. Fails with REQUIRED, LIMIT_EXCEEDED, NOT_FOUND, SAME_PERSON_MAY_NOT_DECIDE,
/// FORBIDDEN_BY_STATE (withdrawn, or not carried out), CONFLICT (it was followed up before). Raises <see cref="ProgressFollowedUp"/>.
/// </remarks>
internal static class FollowUp
{
    public sealed record Command(ProgressReportId ProgressReportId, string Guidance) : ICommand<ProgressReportId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Guidance).RequiredText(ProgressReport.MaxTextLength, multiline: true);
    }

    public sealed class Rule(ExecutionMonitoringDb db, IMediator mediator, OwnersLed led) : IAccessRule<Command>
    {
        public string Field => "progressReportId";

        /// <summary>The owner and who reported are let in, to be told why they may not.</summary>
        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var report = await db.ProgressReports.AsNoTracking().Where(r => r.Id == request.ProgressReportId).Select(r => new { r.ObjectiveId, r.ById }).SingleOrDefaultAsync(cancellationToken);
            if (report is null || (await mediator.Send(new ReportingTermsOf([report.ObjectiveId]), cancellationToken)).GetValueOrDefault(report.ObjectiveId) is not { MayReadReports: true } terms)
                return Access.NotFound;
            return caller.Id == report.ById || caller.Id == terms.OwnerId || (await led.AmongAsync([terms.OwnerId], caller, cancellationToken)).Count > 0 ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(ExecutionMonitoringDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ProgressReportId>
    {
        public async Task<Result<ProgressReportId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.ProgressReports.SingleAsync(r => r.Id == request.ProgressReportId, cancellationToken);
            var terms = (await mediator.Send(new ReportingTermsOf([report.ObjectiveId]), cancellationToken))[report.ObjectiveId];
            var calendar = (await mediator.Send(new CycleCalendars([terms.CycleId]), cancellationToken))[terms.CycleId];
            if (ControlRule.CheckOpen(terms, "progressReportId") is { } ended)
                return ended;
            var now = clock.GetUtcNow();
            var followed = report.FollowUp(request.Guidance, terms.OwnerId, call.Caller.Id, now, await IsInTimeAsync(report, now, calendar, cancellationToken));
            return followed.IsSuccess ? report.Id : Result<ProgressReportId>.Failure(followed.Errors);
        }

        private async Task<bool> IsInTimeAsync(ProgressReport report, DateTimeOffset now, CycleCalendar calendar, CancellationToken cancellationToken)
        {
            var (reported, today) = (BusinessClock.DayOf(report.At, calendar.TimeZone), BusinessClock.DayOf(now, calendar.TimeZone));
            var working = today.DayNumber - reported.DayNumber < 2 ? [] : await mediator.Send(new WorkingDays(reported.AddDays(1), today.AddDays(-1)), cancellationToken);
            return FollowUpTime.IsWithin(reported, today, working, calendar.FollowUpWorkingDays);
        }
    }
}
