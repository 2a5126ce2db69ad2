// Only the version is read: nothing is compiled. The oldest release that is supported, beside the newest ones.
module thanos-fleet.example/schemas/kubernetes-1.30

go 1.26.0

require k8s.io/kubernetes v1.30.14
