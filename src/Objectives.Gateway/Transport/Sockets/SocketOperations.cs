using System.Collections.Concurrent;
using System.Net.WebSockets;
using GraphQL;
using Microsoft.Extensions.Options;
using Objectives.Platform.GraphQl;

namespace Objectives.Gateway.Transport;

/// <summary>What the operations of every connection need.</summary>
internal sealed record SocketServices(
    GraphQlExecution Execution, ISubscriptionAuthenticator Authenticator, InternalErrors Errors, ActiveSubscriptions Active, IOptions<GraphQlLimits> Options);

/// <summary>The operations that run over one connection, each in a scope of its own.</summary>
internal sealed class SocketOperations(HttpContext http, SocketSender sender, SocketServices services, CancellationToken connection)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();

    public bool IsRunning(string id) => _running.ContainsKey(id);

    public async Task StartAsync(string id, GraphQlCall call)
    {
        var allowed = services.Options.Value.OperationsPerConnection;
        if (_running.Count >= allowed)
        {
            await SendErrorsAsync(id, [LimitExceeded.Operations(allowed, _running.Count + 1)], connection);
            return;
        }
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(connection);
        _running[id] = cancellation;
        var task = Task.Run(() => RunAsync(id, call, cancellation), CancellationToken.None);
        _tasks[task] = 0;
        _ = task.ContinueWith(done => _tasks.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public async Task CancelAsync(string id)
    {
        if (_running.TryRemove(id, out var cancellation))
            await cancellation.CancelAsync();
    }

    /// <summary>Waits until all have ended, after the connection's token was cancelled.</summary>
    public Task WhenAllEndedAsync() => Task.WhenAll(_tasks.Keys);

    public Task SendErrorsAsync(string id, ExecutionErrors errors, CancellationToken cancellation) => sender.SendAsync("error", id, errors, static (writer, errors) =>
    {
        writer.WritePropertyName("payload"u8);
        ErrorWriter.Write(writer, errors);
    }, cancellation);

    private async Task RunAsync(string id, GraphQlCall call, CancellationTokenSource cancellation)
    {
        var token = cancellation.Token;
        try
        {
            await using (var scope = http.RequestServices.CreateAsyncScope())
            {
                await services.Authenticator.RenewAsync(scope.ServiceProvider, http.User, token);
                var result = await services.Execution.ExecuteAsync(call, scope.ServiceProvider, http.User, AllowedOperations.All, token);
                if (!result.Executed)
                {
                    if (Remove(id, cancellation))
                        await SendErrorsAsync(id, result.Errors ?? [], token);
                    return;
                }
                if (result.Streams is { Count: 1 } streams)
                    await StreamAsync(id, streams.Values.First(), token);
                else
                    await NextAsync(id, result, token);
            }
            if (Remove(id, cancellation))
                await sender.SendAsync("complete", id, 0, static (_, _) => { }, token);
        }
        catch (ApiException e) when (Remove(id, cancellation))
        {
            await SendErrorsAsync(id, [services.Errors.ToError(e, field: null)], token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client completed it or went; a write that hung has ended the connection.
        }
        finally
        {
            Remove(id, cancellation);
            cancellation.Dispose();
        }
    }

    private async Task StreamAsync(string id, IObservable<ExecutionResult> source, CancellationToken cancellation)
    {
        using var queue = new EventQueue(source, services.Options.Value.SubscriberBacklog, services.Errors, services.Active);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, queue.Overflow);
        try
        {
            await foreach (var next in queue.Events.ReadAllAsync(ended.Token))
                await NextAsync(id, next, ended.Token);
            ended.Token.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (queue.Overflow.IsCancellationRequested)
        {
            await SendErrorsAsync(id, [Refusals.TooSlow()], cancellation);
            if (_running.TryRemove(id, out _))
                throw;
        }
    }

    private Task NextAsync(string id, ExecutionResult result, CancellationToken cancellation) => sender.SendAsync("next", id, result, static (writer, result) =>
    {
        writer.WritePropertyName("payload"u8);
        ResultWriter.Write(writer, result);
    }, cancellation);

    private bool Remove(string id, CancellationTokenSource cancellation) => _running.TryRemove(KeyValuePair.Create(id, cancellation));
}
