using System.Collections.Concurrent;
using System.Text;

namespace Objectives.Platform.GraphQl;

/// <summary>The contract writes TOP_DOWN where C# writes TopDown.</summary>
public static class EnumNames
{
    private static readonly ConcurrentDictionary<Type, (Dictionary<object, string> Names, Dictionary<string, object> Values)> Known = [];

    public static string Of(object value) => For(value.GetType()).Names[value];

    public static bool TryParse(Type type, string name, out object? value) => For(type).Values.TryGetValue(name, out value);

    private static (Dictionary<object, string> Names, Dictionary<string, object> Values) For(Type type) => Known.GetOrAdd(type, static t =>
    {
        var values = Enum.GetValues(t).Cast<object>().ToArray();
        return (values.ToDictionary(v => v, v => Upper(v.ToString()!)), values.ToDictionary(v => Upper(v.ToString()!), v => v));
    });

    private static string Upper(string name)
    {
        var upper = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))))
                upper.Append('_');
            upper.Append(char.ToUpperInvariant(name[i]));
        }
        return upper.ToString();
    }
}
