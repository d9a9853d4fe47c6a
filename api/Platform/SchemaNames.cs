namespace Mentoring.Api.Platform;

/// <summary>Shapes are named after the slice that declares them: <c>GetProgram.Result</c> is <c>GetProgramResult</c>.</summary>
public static class SchemaNames
{
    /// <returns>Null for types that are not a slice's own.</returns>
    public static string? Of(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>))
            return $"PageOf{Of(type.GetGenericArguments()[0]) ?? type.GetGenericArguments()[0].Name}";
        return type is { IsNested: true, IsGenericType: false, DeclaringType: { } slice } && type.Assembly == typeof(SchemaNames).Assembly
            ? $"{Of(slice) ?? slice.Name}{type.Name}"
            : null;
    }
}
