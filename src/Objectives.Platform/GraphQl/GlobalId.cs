using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using Objectives.Contracts;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.GraphQl;

/// <summary>The API's opaque ids: an entity's type and UUID in base64url.</summary>
public static class GlobalId
{
    private static readonly FrozenDictionary<Type, (string Name, Func<object, Guid> Value)> Ids = typeof(IEntityId<>).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>)))
        .ToFrozenDictionary(t => t, t => (t.Name[..^2], Reader(t)));

    public static string Encode(string type, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16 + Encoding.ASCII.GetMaxByteCount(type.Length)];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var length = 16 + Encoding.ASCII.GetBytes(type, bytes[16..]);
        return Base64Url.EncodeToString(bytes[..length]);
    }

    public static bool TryDecode(string? text, out string type, out Guid id)
    {
        type = string.Empty;
        id = Guid.Empty;
        if (text is not { Length: > 22 and <= 128 })
            return false;
        Span<byte> bytes = stackalloc byte[128];
        if (!Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length <= 16)
            return false;
        id = new(bytes[..16], bigEndian: true);
        type = Encoding.ASCII.GetString(bytes[16..length]);
        return true;
    }

    /// <summary>The API's name for what a typed id identifies; null when it is no typed id.</summary>
    public static string? TypeNameOf(Type idType) => Ids.TryGetValue(idType, out var known) ? known.Name : null;

    public static string? TryEncode(object id) => Ids.TryGetValue(id.GetType(), out var known) ? Encode(known.Name, known.Value(id)) : null;

    private static Func<object, Guid> Reader(Type type) => typeof(ReaderOf<>).MakeGenericType(type).GetMethod(nameof(ReaderOf<PersonId>.Read))!.CreateDelegate<Func<object, Guid>>();

    private static class ReaderOf<TId>
        where TId : struct, IEntityId<TId>
    {
        public static Guid Read(object id) => ((TId)id).Value;
    }
}
