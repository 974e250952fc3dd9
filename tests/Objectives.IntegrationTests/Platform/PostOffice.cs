using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Objectives.IntegrationTests.Platform;

/// <summary>A real SMTP server on this machine that keeps what it is given.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly Store _store = new();
    private readonly Filter _filter = new();
    private CancellationTokenSource? _running;
    private Task _serving = Task.CompletedTask;

    public PostOffice()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Addresses that it takes nothing for.</summary>
    public ConcurrentDictionary<string, bool> Unknown => _filter.Unknown;

    /// <summary>What it took, in its order.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _store.Taken];

    public string[] Arguments =>
        ["--Mail:Host", "127.0.0.1", "--Mail:Port", $"{Port}", "--Mail:Security", "None", "--Mail:From", "goals@example.com", "--Mail:PageAddress", "https://goals.example.com/app/", "--Mail:DigestHour", "0"];

    public void Open()
    {
        var provider = new ServiceProvider();
        provider.Add(_store);
        provider.Add(_filter);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new(IPAddress.Loopback, Port))).Build();
        _running = new();
        _serving = new SmtpServer.SmtpServer(options, provider).StartAsync(_running.Token);
    }

    public async Task CloseAsync()
    {
        if (_running is null)
            return;
        await _running.CancelAsync();
        try
        {
            await _serving;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
        _running.Dispose();
        _running = null;
    }

    /// <summary>Waits until it has so many.</summary>
    public async Task<IReadOnlyList<MimeMessage>> TakenAsync(int count)
    {
        while (Taken.Count < count)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        return Taken;
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private sealed class Store : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Taken { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Taken.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter : MailboxFilter
    {
        public ConcurrentDictionary<string, bool> Unknown { get; } = [];

        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => Task.FromResult(!Unknown.ContainsKey($"{to.User}@{to.Host}"));
    }
}
