using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Following;

/// <summary>The responsible person tells what was done, what it did and what comes next (S7.10); at 100 % it is done, and is to be verified.</summary>
/// <remarks>Fails with NOT_FOUND, REQUIRED, LIMIT_EXCEEDED, INVALID (not 0–100), FORBIDDEN_BY_STATE (not decided, or done). Raises <see cref="ImprovementReported"/>.</remarks>
internal static class FileImprovementReport
{
    public sealed record Command(ImprovementCaseId CaseId, string Done, string Effect, string Next, int PercentComplete) : ICommand<ImprovementCaseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Done).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.Effect).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.Next).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.PercentComplete).Between(0, ImprovementCase.Done);
        }
    }

    public sealed class Rule(CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "caseId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => parties.CheckAsync(request.CaseId, role => role.IsResponsible, cancellationToken);
    }

    public sealed class Handler(ImprovementDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ImprovementCaseId>
    {
        public async Task<Result<ImprovementCaseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.WholeCases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
            var today = (await mediator.Send(new CycleCalendars([known.CycleId]), cancellationToken))[known.CycleId].Today;
            return known.Report(new(request.Done, request.Effect, request.Next, request.PercentComplete), call.Caller.Id, today, clock.GetUtcNow()).Map(_ => known.Id);
        }
    }
}
