using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Contracts.Platform;
using Objectives.PerformanceLinkage.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Bulk;

/// <summary>Hands making scorecards by rule to a job. Sent again with the same Idempotency-Key it gives the same job.</summary>
/// <remarks>Fails as <see cref="MakeScorecards"/>.</remarks>
internal static class StartMakingScorecards
{
    public const string Kind = "makeScorecards";

    [AllowedTo(Role.Hr)]
    public sealed record Command(CycleId CycleId, UnitId UnitId, ScoringRuleId ScoringRuleId, decimal ImportantFactor, bool Activate, bool DryRun) : ICommand<JobId>
    {
        /// <summary>The job that is to begin when the transaction is done; null when an earlier one is given again.</summary>
        [JsonIgnore]
        public JobId? Planned { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ImportantFactor).Factor();
    }

    public sealed class Handler(PerformanceLinkageDb db, JobRunner runner, IMediator mediator, CallContext call) : ICommandHandler<Command, JobId>
    {
        public async Task<Result<JobId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await BulkGate.CheckAsync(db, mediator, request.CycleId, request.UnitId, request.ScoringRuleId, cancellationToken) is { } refused)
                return refused;
            var job = runner.Plan(db, Kind, call.Caller);
            request.Planned = job;
            return job;
        }
    }

    public static async Task<object?> RunAsync(FieldCall call)
    {
        Result<JobId> started;
        try
        {
            var command = call.Args.Input.To<Command>();
            started = await call.SendAsync(command);
            if (started.IsSuccess && started.Value == command.Planned)
                call.Services.GetRequiredService<JobRunner>().Begin(started.Value, call.Call.Caller, (services, progress, cancellation) => WorkAsync(command, services, progress, cancellation));
        }
        catch (BadInputException e)
        {
            started = Result<JobId>.Failure(e.Errors);
        }
        return new Payload("job", "Job", started.IsSuccess ? started.Value.Value : null, started.Errors);
    }

    private static async Task<object?> WorkAsync(Command request, IServiceProvider services, IJobProgress progress, CancellationToken cancellationToken)
    {
        var command = new MakeScorecards.Command(request.CycleId, request.UnitId, request.ScoringRuleId, request.ImportantFactor, request.Activate, request.DryRun) { Progress = progress };
        var result = await services.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return result.IsSuccess ? result.Value : throw new ApiException(ApiErrorCode.BadUserInput, result.Errors[0].Message);
    }
}
