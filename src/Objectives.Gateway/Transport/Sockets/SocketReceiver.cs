using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Objectives.Gateway.Transport;

/// <summary>Reads the messages of one connection, none longer than the body limit.</summary>
internal sealed class SocketReceiver(WebSocket socket, int limit)
{
    private const int Chunk = 4096;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private ArrayBufferWriter<byte> _buffer = new(Chunk);

    /// <summary>The next message, which the caller disposes before he asks again, or why the connection is to end.</summary>
    public async Task<(JsonDocument? Message, SocketClose Close)> ReceiveAsync(CancellationToken cancellation)
    {
        if (_buffer.Capacity > Chunk * 4)
            _buffer = new(Chunk);
        else
            _buffer.ResetWrittenCount();
        while (true)
        {
            var received = await socket.ReceiveAsync(_buffer.GetMemory(Chunk), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                return (null, SocketClose.Normal);
            if (received.MessageType == WebSocketMessageType.Binary)
                return (null, SocketClose.Invalid);
            _buffer.Advance(received.Count);
            if (_buffer.WrittenCount > limit)
                return (null, SocketClose.TooBig);
            if (received.EndOfMessage)
                return Parse();
        }
    }

    private (JsonDocument? Message, SocketClose Close) Parse()
    {
        try
        {
            return (JsonDocument.Parse(_buffer.WrittenMemory, Strict), default);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, SocketClose.Invalid);
        }
    }
}
