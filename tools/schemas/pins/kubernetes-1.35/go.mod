// Only the version is read: nothing is compiled. A folder per minor release; the three newest and the oldest are used.
module thanos-fleet.example/schemas/kubernetes-1.35

go 1.26.0

require k8s.io/kubernetes v1.35.4
