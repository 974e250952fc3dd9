using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>The owner reviews himself at a control point (S4.6), and records its month's value with it, by the rules of recordActuals.</summary>
/// <remarks>
/// Early, from the beginning of the point's month on, or late. Fails with REQUIRED, INVALID, LIMIT_EXCEEDED, NOT_FOUND, FORBIDDEN_BY_STATE (withdrawn, not carried out, the month has
/// not begun), PERIOD_CLOSED, DUPLICATE (of the point there is a report, or of the month a value). Raises <see cref="ProgressReported"/>.
/// </remarks>
internal static class ReportProgress
{
    public sealed record Command(
        ControlPointId ControlPointId, string SelfReview, int Confidence, string? Difficulties, string? SupportNeeded, int? MinutesSpent, decimal? ActualValue, decimal? Numerator, decimal? Denominator)
        : ICommand<ProgressReportId>
    {
        public bool HasActual => ActualValue is not null || Numerator is not null || Denominator is not null;

        /// <summary>The field that names the value.</summary>
        public string ActualField => ActualValue is null && HasActual ? Numerator is null ? "denominator" : "numerator" : "actualValue";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SelfReview).RequiredText(ProgressReport.MaxTextLength, multiline: true);
            RuleFor(c => c.Confidence).Between(1, ProgressReport.MaxConfidence);
            RuleFor(c => c.Difficulties).PlainText(ProgressReport.MaxTextLength, multiline: true);
            RuleFor(c => c.SupportNeeded).PlainText(ProgressReport.MaxTextLength, multiline: true);
            RuleFor(c => c.MinutesSpent).Between(0, ProgressReport.MaxMinutes);
            RuleFor(c => c.ActualValue).Quantity();
            RuleFor(c => c.Numerator).Quantity();
            RuleFor(c => c.Denominator).Quantity();
        }
    }

    /// <summary>Nobody but the owner: whoever leads him follows up.</summary>
    public sealed class Rule(ControlPointFinder points) : IAccessRule<Command>
    {
        public string Field => "controlPointId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await points.FindAsync(request.ControlPointId, cancellationToken) is { } found ? found.Terms.OwnerId == caller.Id ? Access.Granted : Access.Forbidden : Access.NotFound;
    }

    public sealed class Handler(ExecutionMonitoringDb db, ControlPointFinder points, CallContext call, BusinessClock clock) : ICommandHandler<Command, ProgressReportId>
    {
        public async Task<Result<ProgressReportId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await points.FindAsync(request.ControlPointId, cancellationToken) is not { } point)
                return Error.NotFound("controlPointId");
            if ((ControlRule.CheckOpen(point.Terms, "controlPointId") ?? CheckBegun(point) ?? CheckClosed(point)) is { } wrong)
                return wrong;
            // Read before its report, with which it may have come a moment ago.
            var actual = request.HasActual ? await ActualAsync(request, point, cancellationToken) : null;
            if (await CheckFreeAsync(request, cancellationToken) is { } taken)
                return taken;
            if (actual is { IsSuccess: false })
                return Result<ProgressReportId>.Failure(actual.Errors);
            if (actual is not null)
                db.Actuals.Add(actual.Value);
            var review = new SelfReview(request.SelfReview, request.Confidence, request.Difficulties, request.SupportNeeded, request.MinutesSpent);
            var report = ProgressReport.File(request.ControlPointId, point.Terms.Id, point.Terms.CycleId, point.Date, review, call.Caller.Id, clock.GetUtcNow());
            db.ProgressReports.Add(report);
            return report.Id;
        }

        private static Error? CheckBegun(FoundPoint point) => point.Period.Start <= point.Calendar.Today
            ? null
            : new(ErrorCode.ForbiddenByState, new(
                $"{point.Period} has not begun: today is {point.Calendar.Today.InEnglish()}.", $"{point.Period} 尚未开始，今天是 {point.Calendar.Today.InChinese()}。"), "controlPointId");

        private static Error? CheckClosed(FoundPoint point) => point.Terms.ClosedMonths.Contains(point.Period.Start)
            ? new(ErrorCode.PeriodClosed, new($"{point.Period} is closed: it takes no more reports.", $"{point.Period} 已关闭，不能再提交报告。"), "controlPointId")
            : null;

        private async Task<Error?> CheckFreeAsync(Command request, CancellationToken cancellationToken)
            => await db.ProgressReports.AnyAsync(r => r.ControlPointId == request.ControlPointId, cancellationToken)
                ? new(ErrorCode.Duplicate, new("There is a report of this control point already.", "该控制点已有报告。"), "controlPointId")
                : null;

        private async Task<Result<Actual>> ActualAsync(Command request, FoundPoint point, CancellationToken cancellationToken)
        {
            var (objective, period) = (point.Terms.Id, point.Period);
            var figure = ActualRule.Read(request.ActualValue, request.Numerator, request.Denominator, point.Terms);
            if (!figure.IsSuccess)
                return Result<Actual>.Failure([.. figure.Errors.Select(e => e with { Field = e.Field == "value" ? "actualValue" : e.Field })]);
            if (await db.Actuals.AnyAsync(a => a.ObjectiveId == objective && a.Period == period && a.CorrectsId == null, cancellationToken))
                return new Error(
                    ErrorCode.Duplicate, new($"There is an entry for {period} already; correct that one.", $"{period} 已有填报，请更正原有记录。"), request.ActualField,
                    new Dictionary<string, object?> { ["period"] = period.ToString() });
            return Actual.Record(objective, period, figure.Value, ActualSource.Report, call.Caller.Id, clock.GetUtcNow(), note: null, evidenceUrl: null, correction: null);
        }
    }
}
