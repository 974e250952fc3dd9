using System.Net;
using System.Net.Sockets;

namespace Objectives.Platform.Webhooks;

/// <summary>Which addresses lie outside the house: a webhook must not reach what only this machine or its network can.</summary>
public static class PublicAddresses
{
    /// <summary>Loopback, private, link-local (with clouds' metadata), shared, benchmark, documentation, multicast and reserved ranges, of IPv6 also those that carry an IPv4 address.</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return !Inside.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }

    /// <summary>Whether a host is known to be inside: by its address, by the name of this machine, or by where its name leads. A name that leads nowhere yet is not.</summary>
    public static async Task<bool> IsInsideAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return !Contains(address);
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            return (await Dns.GetHostAddressesAsync(host, cancellationToken)).Any(a => !Contains(a));
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Connects to a public address that the host's name leads to now; another is refused, whatever the name led to when the webhook was saved.</summary>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(to.Host, cancellationToken)).Where(Contains).ToArray();
        if (addresses.Length == 0)
            throw new HttpRequestException($"{to.Host} leads to no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
