using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Pulse;

/// <summary>Answers the pulse survey, once for each quarter of a cycle that is carried out (S5.7); anonymous, so that it cannot be changed.</summary>
/// <remarks>Everyone but auditors. Fails with NOT_FOUND, INVALID (not 1–5), LIMIT_EXCEEDED, FORBIDDEN_BY_STATE (the cycle is not carried out, or is over), DUPLICATE (answered for this quarter).</remarks>
internal static class AnswerPulse
{
    [AllowedToEveryone]
    public sealed record Command(CycleId CycleId, int Attainable, int ExecutiveSupport, int TrustInLeader, int Fairness, int Encouragement, int Paperwork, string? Comment) : ICommand<bool>, IConfidential;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Attainable).Between(PulseAnswer.Worst, PulseAnswer.Best);
            RuleFor(c => c.ExecutiveSupport).Between(PulseAnswer.Worst, PulseAnswer.Best);
            RuleFor(c => c.TrustInLeader).Between(PulseAnswer.Worst, PulseAnswer.Best);
            RuleFor(c => c.Fairness).Between(PulseAnswer.Worst, PulseAnswer.Best);
            RuleFor(c => c.Encouragement).Between(PulseAnswer.Worst, PulseAnswer.Best);
            RuleFor(c => c.Paperwork).Between(PulseAnswer.Worst, PulseAnswer.Best);
            RuleFor(c => c.Comment).PlainText(PulseAnswer.MaxCommentLength, multiline: true);
        }
    }

    public sealed class Handler(ImprovementDb db, IMediator mediator, CallContext call) : ICommandHandler<Command, bool>
    {
        public async Task<Result<bool>> Handle(Command request, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId) is not { } calendar)
                return Error.NotFound("cycleId");
            if (!PulseAnswer.IsOpen(calendar))
                return new Error(ErrorCode.ForbiddenByState, new("The survey is open while the cycle is carried out, in its own days.", "问卷仅在周期执行期间开放。"), "cycleId");
            var (me, quarter) = (call.Caller, PulseAnswer.QuarterOf(calendar.Today));
            if (await db.PulseReceipts.AnyAsync(r => r.PersonId == me.Id && r.CycleId == request.CycleId && r.Period == quarter, cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"You have answered for {quarter} already. Answers are anonymous, so that they cannot be changed.", $"您已填写 {quarter} 的问卷。问卷匿名，无法修改。"), "cycleId");
            db.PulseReceipts.Add(new() { PersonId = me.Id, CycleId = request.CycleId, Period = quarter });
            db.PulseAnswers.Add(new()
            {
                Id = Guid.NewGuid(), CycleId = request.CycleId, Period = quarter, UnitId = me.UnitId, Attainable = request.Attainable, ExecutiveSupport = request.ExecutiveSupport, TrustInLeader = request.TrustInLeader,
                Fairness = request.Fairness, Encouragement = request.Encouragement, Paperwork = request.Paperwork, Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim(),
            });
            return true;
        }
    }
}
