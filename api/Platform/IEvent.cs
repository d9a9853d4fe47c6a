using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mentoring.Api.Platform;

/// <summary>
/// Something that happened: a record of its area, named in the past tense. It is what the audit trail keeps of an operation
/// and what notifications are decided by. It holds codes, numbers, ids and days, never personal data.
/// </summary>
public interface IEvent;

/// <summary>A text that is a code: of a dictionary, a hash, a name of ours. Events carry no other.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CodeAttribute : Attribute;

/// <summary>Stands in the trail with a capital, as it did before events had names: a trail is not rewritten.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CapitalAttribute : Attribute;

/// <summary>An enumeration that stands in the trail as a number, as it did before events had names.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NumberAttribute : Attribute;

/// <summary>Events as the audit trail and messages hold them.</summary>
public static class EventJson
{
    static readonly IReadOnlyDictionary<string, Type> Types = typeof(EventJson).Assembly.GetTypes()
        .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IEvent))).ToDictionary(type => type.Name);

    static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Spell } },
    };

    public static IEnumerable<Type> All => Types.Values;

    public static string NameOf(IEvent what) => what.GetType().Name;

    public static JsonElement Write(IEvent what) => JsonSerializer.SerializeToElement(what, what.GetType(), Options);

    public static IEvent Read(string name, JsonElement detail) => (IEvent)detail.Deserialize(Types[name], Options)!;

    /// <summary>The names that an event's fields have in JSON.</summary>
    public static IEnumerable<string> FieldsOf(string name) => Options.GetTypeInfo(Types[name]).Properties.Select(property => property.Name);

    static void Spell(JsonTypeInfo info)
    {
        if (!IsOfEvent(info.Type)) return;
        foreach (var given in info.Type.GetConstructors().Single().GetParameters())
        {
            var property = info.Properties.Single(property => property.Name == given.Name);
            if (!given.IsDefined(typeof(CapitalAttribute), false)) property.Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (given.IsDefined(typeof(NumberAttribute), false))
                property.CustomConverter = (JsonConverter)Activator.CreateInstance(typeof(JsonNumberEnumConverter<>).MakeGenericType(given.ParameterType))!;
        }
    }

    static bool IsOfEvent(Type type) => type.IsAssignableTo(typeof(IEvent)) || type.DeclaringType?.IsAssignableTo(typeof(IEvent)) == true;
}
