using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.SignIn;

/// <summary>Clears away sessions of people a month after they expired and failed sign-ins once they are forgotten, by the system clock.</summary>
internal static class PurgeSessions
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Daily : IDailyWork
    {
        public IDailyCommand CommandFor(DateOnly day) => new Command(day);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(OrganizationDb db, TimeProvider systemClock) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = systemClock.GetUtcNow();
            var (month, forgotten) = (now.AddDays(-30), now - FailedSignIns.ForgottenAfter);
            var purged = await db.Sessions.Where(s => s.ExpiresAt < month && s.AccessTokenId == null).ExecuteDeleteAsync(cancellationToken);
            return purged + await db.FailedSignIns.Where(f => f.LastAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
