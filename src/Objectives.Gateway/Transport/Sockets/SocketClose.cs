namespace Objectives.Gateway.Transport;

/// <summary>Why a connection ends: graphql-transport-ws's codes and, below 4000, the WebSocket's own. At most 123 bytes of reason fit a frame.</summary>
internal readonly record struct SocketClose(int Code, string Reason)
{
    public static readonly SocketClose Normal = new(1000, string.Empty);
    public static readonly SocketClose TooBig = new(1009, "Message too big");
    public static readonly SocketClose Internal = new(4500, "Internal error");
    public static readonly SocketClose Invalid = new(4400, "Invalid message");
    public static readonly SocketClose Unauthorized = new(4401, "Unauthorized");
    public static readonly SocketClose Forbidden = new(4403, "Forbidden");
    public static readonly SocketClose Protocol = new(4406, "Subprotocol not acceptable");
    public static readonly SocketClose InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly SocketClose TooManyInits = new(4429, "Too many initialisation requests");

    public static SocketClose Duplicate(string id) => new(4409, $"Subscriber for {(id.Length > 30 ? id[..30] : id)} already exists");
}
