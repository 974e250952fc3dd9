using System.Buffers;
using System.IO.Pipelines;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Objectives.Gateway.Transport;

/// <summary>Writes a result, or one for each event of a subscription, as graphql-sse's distinct connections have it.</summary>
internal sealed class SseStream(InternalErrors errors, ActiveSubscriptions active, IOptions<GraphQlLimits> options)
{
    public async Task WriteAsync(HttpContext http, ExecutionResult result)
    {
        var response = http.Response;
        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            if (result.Streams is { Count: 1 } streams)
                await WriteEventsAsync(http, streams.Values.First());
            else
                Next(response.BodyWriter, result);
            response.BodyWriter.Write("event: complete\ndata: \n\n"u8);
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            http.Abort(); // The client went, or is too slow; there is nobody to tell.
        }
    }

    private async Task WriteEventsAsync(HttpContext http, IObservable<ExecutionResult> source)
    {
        using var queue = new EventQueue(source, options.Value.SubscriberBacklog, errors, active);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, queue.Overflow);
        await PassOnAsync(queue, http.Response.BodyWriter, ended.Token);
        ended.Token.ThrowIfCancellationRequested();
    }

    private async Task PassOnAsync(EventQueue queue, PipeWriter writer, CancellationToken cancellation)
    {
        Comment(writer); // Tells the client that the stream stands.
        await FlushAsync(writer, cancellation);
        var ready = queue.Events.WaitToReadAsync(cancellation).AsTask();
        while (true)
        {
            await ((Task)ready).WaitAsync(options.Value.KeepAlive, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ready.IsCompleted && !cancellation.IsCancellationRequested)
            {
                Comment(writer);
                await FlushAsync(writer, cancellation);
                continue;
            }
            if (!await ready)
                return;
            while (queue.Events.TryRead(out var next))
            {
                Next(writer, next);
                await FlushAsync(writer, cancellation);
            }
            ready = queue.Events.WaitToReadAsync(cancellation).AsTask();
        }
    }

    private async Task FlushAsync(PipeWriter writer, CancellationToken cancellation) =>
        await writer.FlushAsync(cancellation).AsTask().WaitAsync(options.Value.WriteTimeout, cancellation);

    private static void Comment(PipeWriter writer) => writer.Write(":\n\n"u8);

    private static void Next(PipeWriter writer, ExecutionResult result)
    {
        writer.Write("event: next\ndata: "u8);
        ResultWriter.Write(writer, result);
        writer.Write("\n\n"u8);
    }
}
