using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

/// <summary>Around the pipeline: a span and, for commands, a log line. Names and durations only, never what a request carries.</summary>
public sealed partial class RequestTracing<TRequest, TResponse>(CallContext call, ILogger<RequestTracing<TRequest, TResponse>> log) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string Name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var span = Telemetry.Source.StartActivity(Name);
        var from = Stopwatch.GetTimestamp();
        var response = await next();
        if (request is ICommand && response is Result result)
        {
            Telemetry.Commands.Add(1, new KeyValuePair<string, object?>("command", Name), new("outcome", result.IsSuccess ? "done" : result.Errors[0].Code.ToString()));
            LogCommand(log, Name, call.SignedIn?.Id.Value, result.IsSuccess ? "done" : result.Errors[0].Code.ToString(), Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        else if (request is IQuery && call.SignedIn?.Roles.Contains(Contracts.Organization.Role.Auditor) == true)
        {
            LogAuditorRead(log, Name, call.SignedIn.Id.Value);
        }
        return response;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} by {PersonId}: {Outcome} in {Milliseconds:0.0} ms")]
    private static partial void LogCommand(ILogger logger, string command, Guid? personId, string outcome, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Query} read by auditor {PersonId}")]
    private static partial void LogAuditorRead(ILogger logger, string query, Guid personId);
}
