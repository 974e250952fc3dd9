using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Objectives.Gateway.Transport;

/// <summary>Sends the messages of one connection one after the other. A write that hangs longer than allowed ends the connection.</summary>
internal sealed class SocketSender(WebSocket socket, TimeSpan writeTimeout) : IDisposable
{
    private const int KeptBuffer = 64 * 1024;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _hanging = new();
    private ArrayBufferWriter<byte> _buffer = new(1024);

    public Task SendAsync(string type, CancellationToken cancellation) => SendAsync(type, null, 0, static (_, _) => { }, cancellation);

    /// <param name="payload">Writes the property `payload` if there is one.</param>
    /// <param name="cancellation">Ends the wait for the turn. A write once begun is finished: cancelled half-way it would end the connection.</param>
    public async Task SendAsync<T>(string type, string? id, T value, Action<Utf8JsonWriter, T> payload, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (socket.State != WebSocketState.Open)
                return;
            ResultWriter.Write(_buffer, (type, id, value, payload), static (writer, message) =>
            {
                writer.WriteStartObject();
                if (message.id is not null)
                    writer.WriteString("id"u8, message.id);
                writer.WriteString("type"u8, message.type);
                message.payload(writer, message.value);
                writer.WriteEndObject();
            });
            _hanging.CancelAfter(writeTimeout);
            await socket.SendAsync(_buffer.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, _hanging.Token);
            _hanging.CancelAfter(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (_buffer.Capacity > KeptBuffer)
                _buffer = new(1024);
            else
                _buffer.ResetWrittenCount();
            _turn.Release();
        }
    }

    public async Task CloseAsync(SocketClose close)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
                return;
            using var hanging = new CancellationTokenSource(writeTimeout);
            await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, hanging.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _hanging.Dispose();
    }
}
