namespace Mentoring.Api.Platform;

/// <summary>What areas say of themselves to what serves all of them. Found by its type, so that a new area is no line elsewhere.</summary>
public static class Contributions
{
    /// <summary>One of each, for what areas declare once and for all.</summary>
    public static IReadOnlyList<T> Of<T>() => [.. Types<T>().Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!)];

    /// <summary>For what areas do in a request's scope.</summary>
    public static IServiceCollection AddContributions<T>(this IServiceCollection services)
    {
        foreach (var type in Types<T>()) services.AddScoped(typeof(T), type);
        return services;
    }

    static IEnumerable<Type> Types<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T))).OrderBy(type => type.FullName, StringComparer.Ordinal);
}
