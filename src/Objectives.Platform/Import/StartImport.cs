using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Platform;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>Hands a large file's import to a job. Sent again with the same Idempotency-Key it gives the same job.</summary>
internal static class StartImport
{
    public sealed record Command([property: JsonIgnore] ImportKind Kind, ImportRun Run) : ICommand<JobId>
    {
        /// <summary>The job that is to begin when the transaction is done; null when an earlier one is given again.</summary>
        [JsonIgnore]
        public JobId? Planned { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Run).NotNull();
    }

    /// <summary>Whoever may import the kind.</summary>
    public sealed class Rule : IAccessRule<Command>
    {
        public string Field => "kind";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => Task.FromResult(RolePolicy.For(request.Kind.Command).Allows(caller, hasRule: false) ? Access.Granted : Access.Forbidden);
    }

    public sealed class Handler(PlatformDb db, JobRunner runner, CallContext call) : ICommandHandler<Command, JobId>
    {
        public Task<Result<JobId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var job = runner.Plan(db, "importRecords", call.Caller);
            request.Planned = job;
            return Task.FromResult<Result<JobId>>(job);
        }
    }

    public static async Task<Result<JobId>> RunAsync(ImportKind kind, ImportRun run, FieldCall call)
    {
        var command = new Command(kind, run);
        var started = await call.SendAsync(command);
        if (started.IsSuccess && started.Value == command.Planned)
            call.Services.GetRequiredService<JobRunner>().Begin(started.Value, call.Call.Caller, (services, progress, cancellation) => WorkAsync(command, services, progress, cancellation));
        return started;
    }

    private static async Task<object?> WorkAsync(Command request, IServiceProvider services, IJobProgress progress, CancellationToken cancellationToken)
    {
        var command = request.Kind.Make(request.Run with { Progress = progress });
        var result = await services.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return result.IsSuccess ? result.Value : throw new ApiException(ApiErrorCode.BadUserInput, result.Errors[0].Message);
    }
}
