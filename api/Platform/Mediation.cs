using FluentValidation;
using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>Registers handlers, validators and the pipeline in the order in which a request passes through it.</summary>
public static class Mediation
{
    public static IServiceCollection AddMediation(this IServiceCollection services)
    {
        var handlers =
            from type in typeof(Mediation).Assembly.GetTypes()
            where type is { IsAbstract: false, IsGenericTypeDefinition: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                || contract.GetGenericTypeDefinition() == typeof(IHandle<>))
            select (contract, type);
        foreach (var (contract, type) in handlers) services.AddScoped(contract, type);

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Log<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SecondLook<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Transact<,>));
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        return services.AddValidatorsFromAssemblyContaining<Db>(ServiceLifetime.Singleton);
    }
}
