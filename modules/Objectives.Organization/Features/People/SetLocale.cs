using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.People;

/// <summary>The language in which the caller is spoken to from his next request on.</summary>
internal static class SetLocale
{
    [AllowedToEveryone(EvenReadOnly = true)]
    public sealed record Command(Locale Locale) : ICommand<PersonId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Locale).IsInEnum();
    }

    public sealed class Handler(OrganizationDb db, CallContext call) : ICommandHandler<Command, PersonId>
    {
        public async Task<Result<PersonId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.People.SingleAsync(p => p.Id == call.Caller.Id, cancellationToken);
            person.Speak(request.Locale);
            return person.Id;
        }
    }
}
