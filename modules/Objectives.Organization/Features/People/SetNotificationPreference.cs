using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.People;

/// <summary>How often the caller gets mail of what he is told, from the next on.</summary>
internal static class SetNotificationPreference
{
    [AllowedToEveryone(EvenReadOnly = true)]
    public sealed record Command(MailRhythm Mail) : ICommand<PersonId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Mail).IsInEnum();
    }

    public sealed class Handler(OrganizationDb db, CallContext call) : ICommandHandler<Command, PersonId>
    {
        public async Task<Result<PersonId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.People.SingleAsync(p => p.Id == call.Caller.Id, cancellationToken);
            person.ReceiveMail(request.Mail);
            return person.Id;
        }
    }
}
