using FluentValidation;
using MediatR;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Recognitions;

/// <summary>Recognises someone for what he does, while he does it (S4.7).</summary>
/// <remarks>
/// Everyone may praise a colleague; an award, money with whatever it is, and what is about his development, is given by those above him and by HR. Fails with NOT_FOUND, REQUIRED (text, or one half of the amount), INVALID (oneself, an amount of nothing, a currency
/// that is none), LIMIT_EXCEEDED, NEGATIVE_INCENTIVE. Raises <see cref="RecognitionGiven"/>.
/// </remarks>
internal static class Recognise
{
    public sealed record Command(PersonId ToId, RecognitionKind Kind, string Text, ObjectiveId? ObjectiveId, DevelopmentItemId? DevelopmentItemId, decimal? Amount, string? Currency) : ICommand<RecognitionId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).RequiredText(Recognition.MaxTextLength, multiline: true);
            RuleFor(c => c.Currency).Custom((currency, context) =>
            {
                if (currency is null && context.InstanceToValidate.Amount is not null)
                    context.Fail(ErrorCode.Required, new("Say in which currency.", "请填写币种。"));
            });
            RuleFor(c => c.Amount).Custom((amount, context) =>
            {
                if (amount is null && context.InstanceToValidate.Currency is not null)
                    context.Fail(ErrorCode.Required, new("Say how much.", "请填写金额。"));
                else if (amount == 0)
                    context.Fail(ErrorCode.Invalid, new("Leave an amount of nothing out.", "金额为零时请留空。"));
            });
        }
    }

    public sealed class Rule(RecognitionSight sight, IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "toId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new Whereabouts([request.ToId], [], [], [], [], []), cancellationToken)).SuperiorOf.Count == 0)
                return Access.NotFound;
            if (request.ToId == caller.Id || (request.Kind != RecognitionKind.Award && request.Amount is null))
                return Access.Granted;
            return caller.Is(Role.Hr) || await sight.IsAboveAsync(request.ToId, cancellationToken) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PerformanceLinkageDb db, IMediator mediator, RecognitionSight sight, CallContext call, BusinessClock clock) : ICommandHandler<Command, RecognitionId>
    {
        public async Task<Result<RecognitionId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.ToId == call.Caller.Id)
                return Error.Invalid("toId", new("Nobody recognises himself.", "不能表彰自己。"));
            Money? amount = null;
            if (request.Amount is { } given)
            {
                var read = Money.Read(given, request.Currency!, "amount", "currency");
                if (!read.IsSuccess)
                    return Result<RecognitionId>.Failure(read.Errors);
                amount = read.Value;
            }
            if (request.ObjectiveId is { } objective && !(await mediator.Send(new ReadableObjectives([objective]), cancellationToken)).Contains(objective))
                return Error.NotFound("objectiveId");
            if (request.DevelopmentItemId is { } item && !await MayEncourageAsync(item, request.ToId, cancellationToken))
                return Error.NotFound("developmentItemId");
            var unit = (await mediator.Send(new UnitsOfPeople([request.ToId]), cancellationToken))[request.ToId];
            var recognition = Recognition.Give(request.ToId, unit, call.Caller.Id, request.Kind, request.Text, request.ObjectiveId, request.DevelopmentItemId, amount, clock.GetUtcNow());
            db.Add(recognition);
            return recognition.Id;
        }

        /// <summary>Whether it is something that the person is to do for his development, and the caller one who may know of it.</summary>
        private async Task<bool> MayEncourageAsync(DevelopmentItemId item, PersonId to, CancellationToken cancellationToken)
            => (await mediator.Send(new DevelopmentItemOwners([item]), cancellationToken)).TryGetValue(item, out var owner) && owner == to
                && (call.Caller.Is(Role.Hr) || await sight.IsAboveAsync(to, cancellationToken));
    }
}
