using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Objectives.IntegrationTests.Transport;

/// <summary>Passes TCP through, and can cut what passes now while new connections still come through.</summary>
internal sealed class BreakableProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly Uri _target;
    private readonly Task _accepting;

    public BreakableProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new UriBuilder(_target) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    public void Break()
    {
        while (_open.TryTake(out var client))
            client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Break();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var incoming = await _listener.AcceptTcpClientAsync();
                var outgoing = new TcpClient();
                await outgoing.ConnectAsync(_target.Host, _target.Port);
                _open.Add(incoming);
                _open.Add(outgoing);
                _ = PassAsync(incoming, outgoing);
                _ = PassAsync(outgoing, incoming);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Broken, as it should be.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
