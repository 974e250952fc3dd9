using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Countermeasures;

/// <summary>A superior of the owner chooses one of the compared countermeasures, who carries it out, until when, and how often he reports (S7.8, S7.9). While it is carried out it can be decided anew.</summary>
/// <remarks>
/// Fails with NOT_FOUND, CONFLICT, REQUIRED, LIMIT_EXCEEDED, SAME_PERSON_MAY_NOT_DECIDE (the owner), NOT_ENOUGH_ALTERNATIVES, FORBIDDEN_BY_STATE (no root cause is confirmed, or it is done), INVALID (a deadline that is past or more
/// than a year away, a rhythm that is not 1–92 days, an auditor). Raises <see cref="CountermeasureDecided"/>.
/// </remarks>
internal static class DecideCountermeasure
{
    public sealed record Command(ImprovementCaseId CaseId, long? ExpectedVersion, CountermeasureId CountermeasureId, string Rationale, PersonId ResponsibleId, DateOnly Due, int ReportEveryDays) : ICommand<ImprovementCaseId>, IReasoned
    {
        string IReasoned.Reason => Rationale;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Rationale).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.ReportEveryDays).Between(1, ImprovementCase.SlowestRhythm);
        }
    }

    public sealed class Rule(CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "caseId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => parties.CheckAsync(request.CaseId, role => role.MayLead || role.IsOwner, cancellationToken);
    }

    public sealed class Handler(ImprovementDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ImprovementCaseId>
    {
        public async Task<Result<ImprovementCaseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.WholeCases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
            if (known.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await CheckResponsibleAsync(request.ResponsibleId, cancellationToken) is { } unfit)
                return unfit;
            var today = (await mediator.Send(new CycleCalendars([known.CycleId]), cancellationToken))[known.CycleId].Today;
            var decided = known.Decide(request.CountermeasureId, request.Rationale, new(request.ResponsibleId, request.Due, request.ReportEveryDays), call.Caller.Id, today, clock.GetUtcNow());
            return decided.IsSuccess ? known.Id : Result<ImprovementCaseId>.Failure(decided.Errors);
        }

        private async Task<Error?> CheckResponsibleAsync(PersonId person, CancellationToken cancellationToken)
        {
            if (!(await mediator.Send(new Whereabouts([person], [], [], [], [], []), cancellationToken)).SuperiorOf.ContainsKey(person))
                return Error.NotFound("responsibleId");
            return (await mediator.Send(new HoldersOf(Role.Auditor), cancellationToken)).Contains(person)
                ? Error.Invalid("responsibleId", new("An auditor carries nothing out.", "审计人员不承担执行工作。"))
                : null;
        }
    }
}
