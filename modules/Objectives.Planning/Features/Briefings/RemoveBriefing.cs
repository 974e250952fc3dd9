using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Briefings;

/// <summary>Takes a briefing back, by who published it, an executive or HR; its history stays.</summary>
internal static class RemoveBriefing
{
    public sealed record Command(BriefingId Id, long? ExpectedVersion, string? Reason) : ICommand<BriefingId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(Objective.MaxContributionLength, multiline: true);
    }

    public sealed class Rule(PlanningDb db, BriefingAccess access) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            var publisher = await db.Briefings.Where(sight.MayRead).Where(b => b.Id == request.Id).Select(b => (PersonId?)b.PublishedById).SingleOrDefaultAsync(cancellationToken);
            if (publisher is null)
                return Access.NotFound;
            return publisher == caller.Id || caller.Is(Role.Executive, Role.Hr) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, BusinessClock clock) : ICommandHandler<Command, BriefingId>
    {
        public async Task<Result<BriefingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var briefing = await db.Briefings.SingleAsync(b => b.Id == request.Id, cancellationToken);
            if (briefing.RemovedAt is not null)
                return Error.NotFound("id");
            if (briefing.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            briefing.Remove(clock.GetUtcNow());
            return briefing.Id;
        }
    }
}
