using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Objectives.Contracts;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.GraphQl;

/// <summary>Arguments or an input object as the client sent them, read into requests by the names of their constructors' parameters.</summary>
/// <remarks>An id of the wrong kind or form is NOT_FOUND at its field: to the caller there is no such record.</remarks>
public sealed class Args(IReadOnlyDictionary<string, object?> values)
{
    private static readonly ConcurrentDictionary<Type, ConstructorInfo> Constructors = [];

    public IReadOnlyDictionary<string, object?> Values { get; } = values;

    public bool Has(string name) => Values.ContainsKey(name);

    public T? Get<T>(string name) => (T?)Convert(Values.GetValueOrDefault(name), typeof(T), name);

    public Args Input => new(AsMap(Values["input"]));

    /// <summary>Reads a request. Throws <see cref="BadInputException"/>, which the mutation's payload turns into user errors.</summary>
    public T To<T>() => (T)To(typeof(T), string.Empty);

    private static IReadOnlyDictionary<string, object?> AsMap(object? value) => value as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>((IDictionary<string, object?>)value!);

    private object To(Type type, string path)
    {
        var constructor = Constructors.GetOrAdd(type, static t => t.GetConstructors().MaxBy(c => c.GetParameters().Length)!);
        var parameters = constructor.GetParameters();
        var arguments = new object?[parameters.Length];
        List<Error> errors = [];
        for (var i = 0; i < parameters.Length; i++)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameters[i].Name!);
            var target = parameters[i].ParameterType;
            try
            {
                if (Values.TryGetValue(name, out var given))
                    arguments[i] = Convert(given, target, path + name);
                else
                    arguments[i] = parameters[i].HasDefaultValue ? parameters[i].DefaultValue : Default(target);
            }
            catch (BadInputException e)
            {
                errors.AddRange(e.Errors);
            }
        }
        return errors.Count > 0 ? throw new BadInputException(errors) : constructor.Invoke(arguments);
    }

    private static object? Convert(object? value, Type target, string path)
    {
        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(Optional<>))
            return Activator.CreateInstance(target, Convert(value, target.GetGenericArguments()[0], path));
        if (value is null)
            return Default(target);
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (value is string text && !IsText(text))
            throw new BadInputException([Error.Invalid(path, new("Remove the control characters.", "请删除控制字符。"))]);
        if (type.IsInstanceOfType(value))
            return value;
        if (GlobalId.TypeNameOf(type) is { } entity)
            return ReadId(type, entity, value.ToString(), path);
        if (type.IsEnum)
            return EnumNames.TryParse(type, value.ToString()!, out var member) ? member : throw new BadInputException([Error.Invalid(path, new($"Unknown value {value}.", $"未知的值 {value}。"))]);
        if (type.IsGenericType && value is IEnumerable list and not string)
            return ReadList(type.GetGenericArguments()[0], list, path);
        if (type == typeof(long) && value is int number)
            return (long)number;
        if (value is IDictionary<string, object?> or IReadOnlyDictionary<string, object?>)
            return new Args(AsMap(value)).To(type, path + ".");
        return System.Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static object ReadId(Type type, string entity, string? text, string path)
        => GlobalId.TryDecode(text, out var kind, out var id) && kind == entity
            ? type.GetMethod(nameof(IEntityId<>.From), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [id])!
            : throw new BadInputException([Error.NotFound(path)]);

    private static object ReadList(Type element, IEnumerable list, string path)
    {
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        var index = 0;
        foreach (var item in list)
            items.Add(Convert(item, element, $"{path}.{index++}"));
        return items;
    }

    /// <summary>Whether every database can hold it: without NUL and halves of surrogate pairs.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i]))))
                return false;
        }
        return true;
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}

/// <summary>An input that cannot be read into its request.</summary>
public sealed class BadInputException(IReadOnlyList<Error> errors) : Exception("The input cannot be read.")
{
    public IReadOnlyList<Error> Errors { get; } = errors;
}
