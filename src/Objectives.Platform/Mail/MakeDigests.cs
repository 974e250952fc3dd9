using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.Mail;

/// <summary>Makes a mail for each person who gets a digest and was told something since the last that he has not read; it leaves at the hour that the installation sets.</summary>
internal static class MakeDigests
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

    public sealed class Handler(PlatformDb db, IMediator mediator, IOptions<MailOptions> options, BusinessClock clock, TimeProvider systemClock) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!options.Value.IsOn)
                return 0;
            var waiting = await db.Notifications.Where(n => n.AwaitsDigest && n.ReadAt == null).Select(n => n.PersonId).Distinct().ToListAsync(cancellationToken);
            var people = await mediator.Send(new CorrespondentsOf(waiting), cancellationToken);
            var (now, notBefore) = (systemClock.GetUtcNow(), await NotBeforeAsync(request.Day, cancellationToken));
            List<OutgoingMail> mails = [.. people.Values.Where(p => p is { Active: true, Mail: MailRhythm.DailyDigest })
                .Select(p => new OutgoingMail { Id = Guid.CreateVersion7(), PersonId = p.Id, DigestOf = request.Day, State = MailState.Waiting, CreatedAt = now, NotBefore = notBefore })];
            await db.InsertDerivedAsync(mails, cancellationToken);
            var day = (DateOnly?)request.Day;
            await db.Notifications.Where(n => n.AwaitsDigest).ExecuteUpdateAsync(
                s => s.SetProperty(n => n.MailId, n => n.ReadAt == null ? db.OutgoingMails.Where(m => m.PersonId == n.PersonId && m.DigestOf == day).Select(m => (Guid?)m.Id).FirstOrDefault() : null)
                    .SetProperty(n => n.AwaitsDigest, false),
                cancellationToken);
            return mails.Count;
        }

        /// <summary>How long it is by the business clock to the day's hour, from now on by the system's.</summary>
        private async Task<DateTimeOffset> NotBeforeAsync(DateOnly day, CancellationToken cancellationToken)
        {
            var zone = await mediator.Send(new CompanyTimeZone(), cancellationToken);
            var hour = BusinessClock.EndOf(day.AddDays(-1), zone).AddHours(options.Value.DigestHour);
            var wait = hour - clock.GetUtcNow();
            return systemClock.GetUtcNow() + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
    }
}
