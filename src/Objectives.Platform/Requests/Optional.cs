namespace Objectives.Platform.Requests;

/// <summary>A field of an input that may be left out, which is not the same as null: left out stays as it is, null clears.</summary>
public readonly struct Optional<T>
{
    public Optional(T? value)
    {
        IsGiven = true;
        Value = value;
    }

    public bool IsGiven { get; }

    public T? Value { get; }

    /// <summary>The value given, or what stands now.</summary>
    public T? Or(T? current) => IsGiven ? Value : current;

    public static implicit operator Optional<T>(T? value) => new(value);
}
